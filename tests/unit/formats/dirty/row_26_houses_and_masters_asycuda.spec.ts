import { test } from '@japa/runner'
import { problemsOf, read } from '#sdk/testing'
import { awmds, bol, el, els, LOOSE } from '../../core/formats/asycuda/asycuda_texts.js'

const house = (reference: string, packages: number, mass: number, master = ''): string =>
  bol(reference, {
    ...LOOSE,
    id: el('Bol_id', els({ Bol_reference: reference, Bol_nature: 23, Bol_type_code: 'HSB' }), master),
    goods: el('Goods_segment', els({ Number_of_packages: packages, Gross_mass: mass, Goods_description: 'TILES' })),
  })
const degroupage = (...houses: readonly string[]): string =>
  el(
    'Awbolds',
    el(
      'Master_bol',
      els({
        Customs_office_code: 'JMKCT',
        Voyage_number: '114N',
        Date_of_departure: '2026-11-18',
        Reference_number: 'BL0001',
      })
    ),
    ...houses
  )
const pack = (...documents: readonly string[]): string => el('AsycudaWorldPack', ...documents)
const master = (text: string) => `<Master_bol_ref_number>${text}</Master_bol_ref_number>`
const totals = async (text: string) => {
  const { messages } = await read(text)
  return { messages, found: messages.flatMap(problemsOf).filter(({ code }) => code === 'TOT-MASTER-HOUSE') }
}
const MANIFEST = awmds(bol('BL0001')).replace(/<\?.*\?>\n/, '')

test.group('Row 26 | houses and their master', () => {
  test('houses of a degroupage stand under the master it names', async ({ assert }) => {
    const { messages } = await totals(degroupage(house('H1', 30, 700), house('H2', 10, 300.5)))
    assert.deepEqual(
      messages[0]?.report?.consignments.map(({ consignment }) => [consignment.level, consignment.masterReference]),
      [
        ['house', 'BL0001'],
        ['house', 'BL0001'],
      ]
    )
    assert.equal(messages[0]?.report?.documentReference, 'JMKCT 114N 2026-11-18 BL0001')
  })

  test('houses below their master are told, in one message and over those of a pack', async ({ assert }) => {
    const below = await totals(pack(MANIFEST, degroupage(house('H1', 30, 700))))
    assert.deepEqual(
      below.found.map(({ params }) => params),
      [
        { what: 'packages', master: 'BL0001', declared: 40, counted: 30 },
        { what: 'weight', master: 'BL0001', declared: 1000.5, counted: 700 },
      ]
    )
    const inOne = await totals(awmds(bol('BL0001'), house('H1', 30, 1000.5, master('BL0001'))))
    assert.deepEqual(
      inOne.found.map(({ params }) => params?.what),
      ['packages']
    )
    assert.equal(inOne.messages[0]?.counts.consignments, 1)
  })

  test('houses that add up, and houses whose master is not here, say nothing', async ({ assert }) => {
    const complete = await totals(pack(MANIFEST, degroupage(house('H1', 30, 700), house('H2', 10, 300.5))))
    assert.lengthOf(complete.messages, 2)
    assert.deepEqual(complete.found, [])
    assert.deepEqual((await totals(degroupage(house('H1', 30, 700)))).found, [])
  })
})
