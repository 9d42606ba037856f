import { test } from '@japa/runner'
import { ownCallOf } from '#app/cargo_register/document_call'
import { withOwnAirports } from '#app/cargo_register/own_airports'
import type { PlaceInfo } from '#core/reference/reference_data'
import type { ReportedDocument } from '#core/cargo/reported_document'

const call = (qualifier: string, code: string) => ({
  qualifier,
  place: { code, name: null, country: null },
  eta: null,
  etd: null,
  ata: null,
  atd: null,
})
const list = (kind: string, mode: string | null, ...calls: unknown[]) =>
  ({ kind, calls, conveyance: { mode }, travellers: [], slots: [] }) as unknown as ReportedDocument
const reference = {
  place: (code: string) =>
    ({ code, functions: code === 'GTSTC' ? ['port'] : ['port', 'airport'] }) as unknown as PlaceInfo,
}
const own = { country: 'JM', ports: new Set(['JMKIN', 'JMMBJ', 'GTSTC']) }
const seen = (document: ReportedDocument) => {
  const read = withOwnAirports(document, own, reference)
  const found = ownCallOf(read, own)
  return [found?.port ?? null, found?.direction ?? null, read.conveyance.mode]
}

test.group('Airports of our own', () => {
  test('three letters of an airport of ours are its place, and the journey is one by air', ({ assert }) => {
    assert.deepEqual(seen(list('traveller_list', null, call('125', 'PTY'), call('87', 'KIN'))), [
      'JMKIN',
      'inbound',
      'air',
    ])
    assert.deepEqual(seen(list('traveller_list', null, call('125', 'MBJ'), call('87', 'MIA'))), [
      'JMMBJ',
      'outbound',
      'air',
    ])
  })

  test('what a list says of the mode stands; a ship names its port in full', ({ assert }) => {
    assert.deepEqual(seen(list('traveller_list', 'sea', call('87', 'JMKIN'))), ['JMKIN', 'inbound', 'sea'])
    assert.deepEqual(seen(list('traveller_list', 'road', call('87', 'KIN'))), ['JMKIN', 'inbound', 'road'])
  })

  test('a port without an airport, a foreign one and any other document are left alone', ({ assert }) => {
    assert.deepEqual(seen(list('traveller_list', null, call('87', 'STC'))), [null, null, null])
    assert.deepEqual(seen(list('traveller_list', null, call('87', 'BOG'))), [null, null, null])
    assert.deepEqual(seen(list('stowage_plan', null, call('87', 'KIN'))), [null, null, null])
  })
})
