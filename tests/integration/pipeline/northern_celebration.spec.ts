import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { HISTORY_WINDOW } from '#core/facts/window'
import type { FactKey } from '#core/facts/catalogue'
import { DAY, HOUR } from '#core/kernel/instant'
import { citedSegments } from '#app/intake/published'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import { execute } from '#platform/tenancy/database'
import env from '#start/env'
import { northernCelebrationMessage, type FiledInput } from '#tests/support/fixtures/northern_celebration_message'
import { ask, file } from '#tests/support/intake'
import { drainTargeting, factOf, weighingsOf, type WeighedRevision } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'

const REASONS = [
  ['R01', 25],
  ['R02', 20],
  ['R03', 20],
  ['C01', 25],
  ['C10', 28],
  ['E01', 15],
  ['P08', 15],
  ['P10', 15],
] as const

/** Months before the case; the pair's only other consignments. */
const EARLIER = [20, 13, 6] as const
const FILED_AT = Date.now() - HOUR
const ETA = `${new Date(FILED_AT + 5 * DAY).toISOString().slice(0, 10).replaceAll('-', '')}0600`

/** What each input alone decides: the indicators that cannot say any more, and the facts that must be missing. */
const REMOVED: readonly { without: FiledInput; codes: readonly string[]; facts: readonly FactKey[] }[] = [
  { without: 'receipt', codes: ['R01'], facts: ['place.receipt', 'place.receipt.country'] },
  { without: 'loading', codes: ['R02'], facts: ['place.loading', 'place.loading.country'] },
  { without: 'transhipment', codes: ['R03'], facts: ['place.transhipment'] },
  { without: 'goods', codes: ['C01', 'C10', 'E01'], facts: ['goods.description'] },
  {
    without: 'sizeType',
    codes: ['C10', 'E01'],
    facts: ['equipment.sizeTypes', 'equipment.groups', 'equipment.payloadShare'],
  },
  { without: 'weight', codes: ['E01'], facts: ['consignment.grossWeightKg', 'equipment.payloadShare'] },
  { without: 'consignor', codes: ['P08'], facts: ['consignor.name', 'consignor.key', 'history.pair.count'] },
  { without: 'consigneeAddress', codes: ['P10'], facts: ['consignee.address'] },
]

const bytesOf = (bill: string, more: Partial<Parameters<typeof northernCelebrationMessage>[0]> = {}) =>
  northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: ETA, ...more })

/** An administration whose history covers the window and knows the pair from three earlier ships. */
async function kingston(): Promise<Place> {
  const place = await makePlace()
  for (const months of EARLIER) {
    const bytes = bytesOf(`EARLIER${months}`, { sizeType: '22G1', weightKg: 18_000, eta: '202401010600' })
    await file(place, bytes, { historical: true, filedAt: FILED_AT - months * 30 * DAY })
  }
  await place.run(() =>
    execute(`update tenant.settings set history_complete_since = ?`, [new Date(FILED_AT - HISTORY_WINDOW - DAY)])
  )
  return place
}

async function filed(place: Place, bytes: Uint8Array): Promise<void> {
  await file(place, bytes, { filedAt: FILED_AT })
  await drainTargeting(place)
}

async function only(place: Place, bill: string): Promise<WeighedRevision> {
  const weighings = await weighingsOf(place, bill)
  if (weighings.length !== 1) throw new Error(`${bill} was weighed ${weighings.length} times`)
  return weighings[0]!
}

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

test.group('Northern Celebration, from bytes to alert', (group) => {
  let place: Place

  group.setup(async () => {
    place = await kingston()
    await filed(place, bytesOf('NRCL4471', { weightKg: 16_420 }))
  })

  test('history is registered and counted, and raises nothing', async ({ assert }) => {
    const [history] = await ask<Record<string, number>>(
      place,
      `select count(*)::int as consignments, (select count(*)::int from tenant.assessments a join tenant.consignments h on h.id = a.consignment_id where h.historical) as weighed
         from tenant.consignments where historical`
    )
    assert.deepEqual(history, { consignments: 3, weighed: 0 })
  })

  test('the weight amendment is weighed as revision 2: 163, high, eight reasons', async ({ assert }) => {
    await filed(place, bytesOf('NRCL4471', { fn: '4' }))
    const [first, second, ...more] = await weighingsOf(place, 'NRCL4471')
    assert.lengthOf(more, 0)
    assert.deepEqual([first!.revision, second!.revision], [1, 2])
    const { result } = second!
    assert.deepEqual([result.score, result.upTo, result.band], [163, 163, 'high'])
    assert.deepEqual(
      result.reasons.map(({ code, counted }) => [code, counted]),
      REASONS.map((each) => [...each])
    )
    assert.equal(
      result.reasons.reduce((sum, { counted }) => sum + counted, 0),
      163
    )
    assert.deepEqual(
      [factOf(first!, 'consignment.grossWeightKg'), factOf(second!, 'consignment.grossWeightKg')],
      [16_420, 14_880]
    )
    assert.deepEqual([factOf(second!, 'history.pair.count'), factOf(second!, 'filing.amendments')], [3, 1])
  })

  test('every reason cites the text it was read from', async ({ assert }) => {
    const second = (await weighingsOf(place, 'NRCL4471'))[1]!
    const cited = new Map<string, string[]>()
    for (const { code, evidence } of second.result.reasons) {
      const refs = evidence.flatMap(({ paths }) => paths.flatMap((path) => second.provenance[path] ?? []))
      const message = await place.run(() => citedSegments(second.messageId, refs))
      const marked = message!.quotes.flatMap((rows) =>
        rows.flatMap(({ text, marks }) => marks.map(({ from, to }) => text.slice(from, to)))
      )
      cited.set(code, marked)
    }
    assert.deepEqual(Object.fromEntries(cited), {
      R01: ['COMDE'],
      R02: ['COCTG'],
      R03: ['VEPBL'],
      C01: ['CERAMIC FLOOR TILES 60X60', 'COMDE'],
      C10: ['CERAMIC FLOOR TILES 60X60', '45R1'],
      E01: ['14880', '45R1'],
      P08: ['Ceramicas Alto Nare S.A.S.', 'Blue Mahoe Interiors Ltd'],
      P10: ['P.O. Box 318', 'Kingston 10'],
    })
  })

  test('one alert stands for narcotics, and the designated officers are told by mail', async ({ assert }) => {
    const alerts = await ask(place, `select threat, state, band, score, because from tenant.alerts`)
    assert.deepEqual(alerts, [{ threat: 'NAR', state: 'new', band: 'high', score: 163, because: 'threshold' }])
    await place.run(() => new DeliveryDrain().execute())
    const mails = await mailsOf(place)
    assert.deepEqual(mails.map(({ to }) => to).sort(), ['analyst@example.test', 'supervisor@example.test'])
    for (const { text } of mails) assert.notMatch(text, /Mahoe|CERAMIC|\b163\b/i)
  })

  test('without {without}, {codes} cannot be told, and nothing stands in')
    .with([...REMOVED])
    .run(async ({ assert }, { without, codes: unknown, facts }) => {
      const bill = `WITHOUT${without.toUpperCase()}`
      await filed(place, bytesOf(bill, { without }))
      const weighed = await only(place, bill)
      assert.deepEqual(codes(weighed.result.unknowns).filter(ofTheEight).sort(), [...unknown])
      assert.deepEqual(
        codes(weighed.result.reasons).filter(ofTheEight),
        REASONS.map(([code]) => code).filter((code) => !unknown.includes(code))
      )
      assert.deepEqual(codes(weighed.result.clears).filter(ofTheEight), [])
      for (const key of facts) assert.deepEqual(factOf(weighed, key), { missing: 'not_filed' }, key)
    })

  test('a sender that always files transhipments and files none was not transhipped', async ({ assert }) => {
    await place.run(() =>
      execute(
        `insert into tenant.senders (tenant_id, id, code, name, always_filed) values (?, uuidv7(), 'SURE', 'SURE', 'place.transhipment')`,
        [place.administration.id]
      )
    )
    await filed(place, bytesOf('SURE1', { sender: 'SURE', without: 'transhipment' }))
    const weighed = await only(place, 'SURE1')
    assert.deepEqual(factOf(weighed, 'place.transhipment'), [])
    assert.deepEqual(codes(weighed.result.clears).filter(ofTheEight), ['R03'])
    assert.deepEqual(codes(weighed.result.unknowns).filter(ofTheEight), [])
  })
})

const EIGHT: ReadonlySet<string> = new Set(REASONS.map(([code]) => code))
const ofTheEight = (code: string) => EIGHT.has(code)

async function mailsOf(place: Place): Promise<{ to: string; text: string }[]> {
  const directory = join(env.get('LANDFALL_STORAGE_DIR'), 'mail')
  const mails = await Promise.all(
    (await readdir(directory)).map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8')))
  )
  const own = mails.filter(({ text }) => text.includes(`${place.path}/`))
  return own.map(({ to, text }) => ({
    to: [to]
      .flat()
      .map((entry: string | { address: string }) => (typeof entry === 'string' ? entry : entry.address))
      .join(),
    text,
  }))
}
