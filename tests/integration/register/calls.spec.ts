import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { loadCallsFile } from '#app/cargo_register/actions/load_calls_file'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const HEADING = 'mode,means_name,imo,call_sign,flag,voyage,carrier,port,eta,etd,ata,berth,previous_port'
const load = (place: Place, ...lines: string[]) =>
  place.run(() => loadCallsFile(Readable.from([Buffer.from([HEADING, ...lines].join('\n'))])))
const joined = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', c.reference, coalesce(k.means_name, 'unknown')) as line from tenant.consignments c
    left join tenant.calls k on k.id = c.call_id order by c.reference`
  ).then((found) => found.map(({ line }) => line))

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const call = (voyage: string, ship: string, imo: string, days: number, rest = ',,,') =>
  `sea,${ship},${imo},,,${voyage},,JMKIN,${day(days)}T08:00-05:00${rest}`
const unnamed = { ship: null, eta: null }

test.group('Conveyance calls', () => {
  test('a manifest without a ship joins its call when the call was known before', async ({ assert }) => {
    const place = await makePlace()
    await load(place, call('118N', 'CORAL HERON', '9074729', 3))
    await file(place, cuscar({ ...unnamed, voyage: '0118-N', bills: [{ number: 'A' }] }))
    assert.deepEqual(await joined(place), ['A CORAL HERON'])
  })

  test('and when the call is told of afterwards; its consignments are weighed again', async ({ assert }) => {
    const place = await makePlace()
    await file(place, cuscar({ ...unnamed, bills: [{ number: 'A' }, { number: 'B' }] }))
    assert.deepEqual(await joined(place), ['A unknown', 'B unknown'])
    const loaded = await load(place, call('118N', 'CORAL HERON', '9074729', 3))
    assert.deepInclude(loaded, { registered: 1, refused: 0 })
    assert.deepEqual(await joined(place), ['A CORAL HERON', 'B CORAL HERON'])
    const [asked] = await ask<{ count: number }>(
      place,
      `select count(*)::int as count from tenant.assessment_requests where because = 'call_changed'`
    )
    assert.equal(asked!.count, 2)
  })

  test('a report without a number of its own is told by its voyage', async ({ assert }) => {
    const place = await makePlace()
    const nameless = (goods: string) =>
      Buffer.from(
        cuscar({ bills: [{ number: 'A', goods }] })
          .toString()
          .replace('BGM+85+MAN0001+9', 'BGM+85++9')
      )
    await file(place, nameless('TILES'))
    await file(place, nameless('RUM'))
    assert.deepEqual(await ask(place, `select reference, revision from tenant.consignments`), [
      { reference: 'A', revision: 2 },
    ])
  })

  test('a voyage of another year is another call', async ({ assert }) => {
    const place = await makePlace()
    await load(place, call('118N', 'CORAL HERON', '9074729', -365))
    await file(place, cuscar({ ...unnamed, bills: [{ number: 'A' }] }))
    assert.deepEqual(await joined(place), ['A unknown'])
  })

  test('two ships with the same voyage leave the arrival unknown', async ({ assert }) => {
    const place = await makePlace()
    await load(place, call('118N', 'CORAL HERON', '9074729', 3), call('118N', 'BLUE PELICAN', '9241061', 4))
    await file(place, cuscar({ ...unnamed, bills: [{ number: 'A' }] }))
    assert.deepEqual(await joined(place), ['A unknown'])
  })

  test('a message that names its ship brings its call; the same ship and voyage is the same call', async ({
    assert,
  }) => {
    const place = await makePlace()
    const eta = `${day(3).replaceAll('-', '')}0600`
    await file(place, cuscar({ document: 'ONE', eta, bills: [{ number: 'A' }] }))
    await file(place, cuscar({ document: 'TWO', eta, sender: 'OTHERLINE', bills: [{ number: 'B' }] }))
    assert.deepEqual(await joined(place), ['A CORAL HERON', 'B CORAL HERON'])
    const calls = await ask(
      place,
      `select imo, voyage, port, source, to_char(eta at time zone 'America/Jamaica', 'HH24:MI') as eta from tenant.calls`
    )
    assert.deepEqual(calls, [{ imo: '9074729', voyage: '118N', port: 'JMKIN', source: 'message', eta: '06:00' }])
  })

  test('loading a file again changes nothing; a new arrival is an event and weighs again', async ({ assert }) => {
    const place = await makePlace()
    const lines = [call('118N', 'CORAL HERON', '9074729', 3)]
    await load(place, ...lines)
    await file(place, cuscar({ ...unnamed, bills: [{ number: 'A' }] }))
    assert.deepInclude(await load(place, ...lines), { registered: 0, changed: 0, unchanged: 1 })
    assert.deepInclude(await load(place, call('118N', 'CORAL HERON', '9074729', 4)), { changed: 1 })
    const events = await ask(
      place,
      `select kind, source, previous_at is not null as moved from tenant.call_events order by id`
    )
    assert.deepEqual(events, [
      { kind: 'call_registered', source: 'file', moved: false },
      { kind: 'manifest_filed', source: 'message', moved: false },
      { kind: 'eta_change', source: 'file', moved: true },
    ])
    assert.lengthOf(await ask(place, `select 1 from tenant.assessment_requests where because = 'call_changed'`), 1)
  })

  test('a file says what is wrong line by line and takes the others', async ({ assert }) => {
    const place = await makePlace()
    const loaded = await load(
      place,
      call('1', 'GOOD', '9074729', 1),
      'sea,NO PORT,,,,2,,,2026-12-01',
      'boat,X,,,,3,,JMKIN,tomorrow',
      call('4', 'ODD IMO', '9074720', 1)
    )
    assert.deepInclude(loaded, { registered: 2, refused: 2 })
    assert.deepEqual(
      loaded.lines.map(({ line, problems }) => [
        line,
        problems.map(({ column, problem }) => `${column} ${problem}`).join(', '),
      ]),
      [
        [3, 'port missing'],
        [4, 'mode not_understood, eta not_understood'],
        [5, 'imo check_digit'],
      ]
    )
  })
})
