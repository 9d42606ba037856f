import fc from 'fast-check'
import { test } from '@japa/runner'
import { ORDER_TYPES, PLACES_OF_CONCEALMENT } from '#app/casework/inspections/codes'
import { makeChecklist, type ChecklistInputs } from '#app/casework/inspections/checklist/make_checklist'

const REEFER: ChecklistInputs = {
  type: 'physical',
  siteKind: 'yard',
  box: 'reefer',
  chapters: ['08'],
  lane: 'ECGYE>JMKIN',
  past: [],
  findsOnLane: 0,
  findsInBoxes: 0,
}
const at = (place: string, onLane: number, inBoxes: number, lastOnLane: string | null = null) => ({
  place,
  onLane,
  inBoxes,
  lastOnLane,
})
const codes = (inputs: ChecklistInputs) => makeChecklist(inputs).map(({ code }) => code)

const anything = fc.record<ChecklistInputs>({
  type: fc.constantFrom(...ORDER_TYPES),
  siteKind: fc.constantFrom('yard', 'scanner', 'laboratory'),
  box: fc.constantFrom('dry', 'reefer', 'open_top', 'flat', 'tank', 'bulk', 'loose', 'mixed', 'unknown'),
  chapters: fc.uniqueArray(fc.constantFrom('03', '08', '29', '62', '84', '87', '94'), { maxLength: 3 }),
  lane: fc.constantFrom(null, 'ECGYE>JMKIN'),
  past: fc.uniqueArray(
    fc.record({
      place: fc.constantFrom(...PLACES_OF_CONCEALMENT),
      onLane: fc.nat(9),
      inBoxes: fc.nat(40),
      lastOnLane: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    }),
    { selector: ({ place }) => place }
  ),
  findsOnLane: fc.nat(40),
  findsInBoxes: fc.nat(90),
})

test.group('The search plan', () => {
  test('names the place of the last find on the lane first, and says of how many', ({ assert }) => {
    const past = [
      at('floor', 3, 9, '2026-01-01T00:00:00Z'),
      at('reefer_unit', 1, 4, '2026-03-01T00:00:00Z'),
      at('roof', 0, 12),
    ]
    const lines = makeChecklist({ ...REEFER, past, findsOnLane: 4, findsInBoxes: 25 })
    assert.deepEqual(lines.slice(0, 3), [
      { code: 'reefer_unit', past: { finds: 1, of: 4, where: 'lane', last: '2026-03-01T00:00:00Z' } },
      { code: 'floor', past: { finds: 3, of: 4, where: 'lane', last: '2026-01-01T00:00:00Z' } },
      { code: 'roof', past: { finds: 12, of: 25, where: 'boxes', last: null } },
    ])
    assert.equal(codes(REEFER)[0], 'seal', 'nothing known: as one works')
    assert.include(codes(REEFER), 'temperature_record')
    assert.include(codes(REEFER), 'evaporator_housing')
  })

  test('asks from the doors for no more than can be reached, and of papers for papers', ({ assert }) => {
    const past = [at('in_cargo', 2, 2, '2026-01-01T00:00:00Z'), at('doors', 1, 1, '2025-01-01T00:00:00Z')]
    const known = { ...REEFER, past, findsOnLane: 3, findsInBoxes: 3 }
    assert.deepEqual(codes({ ...known, type: 'tailgate' }).slice(0, 2), ['doors', 'seal'])
    assert.notInclude(codes({ ...known, type: 'tailgate' }), 'in_cargo')
    assert.notIncludeMembers(codes({ ...known, type: 'documentary' }), ['doors', 'seal'])
    assert.include(codes({ ...known, siteKind: 'scanner' }), 'image_against_goods')
    assert.notInclude(codes(known), 'image_against_goods')
  })

  test('is never empty, names each line once, is made alike from the same, and knows nothing else', ({ assert }) => {
    fc.assert(
      fc.property(anything, fc.string(), (inputs, why) => {
        const lines = makeChecklist(inputs)
        assert.isNotEmpty(lines)
        assert.lengthOf(new Set(lines.map(({ code }) => code)), lines.length)
        const shuffled = { ...inputs, past: [...inputs.past].reverse() }
        assert.deepEqual(makeChecklist(shuffled), lines)
        assert.deepEqual(makeChecklist({ ...inputs, score: why, reasons: [why] } as ChecklistInputs), lines)
      }),
      { numRuns: 300 }
    )
  })

  test('has a sentence for every line, in every language', async ({ assert }) => {
    const { default: words } = await import('../../../resources/lang/en/casework.json', { with: { type: 'json' } })
    const said = new Set(Object.keys(words))
    fc.assert(
      fc.property(anything, (inputs) => {
        for (const { code } of makeChecklist(inputs))
          assert.isTrue(said.has(`item_${code}`) && said.has(`how_${code}`), code)
      }),
      { numRuns: 300 }
    )
  })
})
