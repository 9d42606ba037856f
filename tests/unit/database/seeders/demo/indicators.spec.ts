import { readFileSync } from 'node:fs'
import { deriveFacts } from '#core/facts/derive'
import type { FactKey } from '#core/facts/catalogue'
import { readFile } from '#core/formats/read_file'
import { builtinRegistry } from '#core/indicators/registry'
import { judgeCounts, VerdictTally, type VerdictCounts } from '#core/indicators/tally_verdicts'
import { HOUR } from '#core/kernel/instant'
import { ExactIndex } from '#core/matching/exact_index'
import type { MatchKind } from '#core/matching/watch_list'
import type { DemoAdministration } from '#database/seeders/demo/traffic'
import { readDefaultLists, readDemoWatchList } from '#platform/reference/defaults'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { GUATEMALA_D01A } from '#plugins/guatemala/formats/d01a'
import { JAMAICA_ASYCUDA } from '#plugins/jamaica/formats/asycuda'
import { fullHistory, listsOf } from '#tests/support/fixtures/northern_celebration'
import { test } from '@japa/runner'
import { ADMINISTRATIONS, current, NOW } from './traffic.js'

const reference = loadReferenceData('database/reference')
const lists = listsOf(Object.fromEntries(readDefaultLists('database/defaults').map(({ code, rows }) => [code, rows])))
const waiting = JSON.parse(readFileSync('database/defaults/waiting_indicators.json', 'utf8')) as Record<string, string>

const watchListsOf = (administration: DemoAdministration) =>
  new ExactIndex(
    readDemoWatchList('database/defaults', administration).map(({ list, kind, value, reason }, index) => ({
      id: String(index),
      list,
      edition: 1,
      kind: kind as MatchKind,
      value,
      reason,
      validFrom: null,
      validUntil: null,
    }))
  ).at(NOW)

const OF_THE_DOCUMENT =
  /^(?:(?:consignment|place|goods|consignor|consignee|notify|party|equipment|conveyance|freight|reported)\..*|filing\.at)$/

/** What they say of a document and its ship alone: history, findings and senders are for `indicators:report`. */
const ofTheDocument = (code: string): boolean =>
  builtinRegistry.latest(code)?.reads.every((key) => OF_THE_DOCUMENT.test(key)) ?? false

const tally = async (): Promise<readonly VerdictCounts[]> => {
  const verdicts = new VerdictTally(builtinRegistry)
  for (const administration of ADMINISTRATIONS) {
    const watchLists = watchListsOf(administration)
    for (const { bytes, filedAt } of current(administration))
      for await (const { report } of readFile(bytes, { profiles: [GUATEMALA_D01A, JAMAICA_ASYCUDA], reference })) {
        const conveyance = report?.conveyance
        for (const { consignment } of report?.consignments ?? []) {
          const facts = deriveFacts({
            consignment,
            revision: 1,
            amendments: 0,
            call: {
              mode: conveyance?.mode ?? 'sea',
              means: conveyance?.means.name ?? null,
              imo: conveyance?.means.imo ?? null,
              voyage: conveyance?.voyage ?? null,
              arrival: filedAt + 48 * HOUR,
            },
            filedAt,
            due: { from: 'before_arrival', hours: 24 },
            alwaysFiled: new Set<FactKey>(['place.transhipment', 'goods.dangerous']),
            history: fullHistory,
            reference,
          })
          verdicts.add(facts, lists, watchLists)
        }
      }
  }
  return verdicts.counts()
}

test.group('Demo traffic | indicators of the document', () => {
  test('each hits somewhere in the month, or says what it waits for', async ({ assert }) => {
    const reported = judgeCounts(await tally(), waiting).filter(({ code }) => ofTheDocument(code))
    assert.isAbove(reported.length, 60)
    assert.deepEqual(
      reported
        .filter(({ fault }) => fault !== null)
        .map(({ code, hit, clear, unknown, mostMissing, fault }) => [code, fault, hit, clear, unknown, mostMissing]),
      []
    )
  }).timeout(60_000)

  test('whatever waits is an indicator, and names the data', ({ assert }) => {
    for (const [code, data] of Object.entries(waiting)) {
      assert.exists(builtinRegistry.latest(code), code)
      assert.isAbove(data.length, 10, code)
    }
  })

  test('none that never hits passes unseen, and none waits for what has come', ({ assert }) => {
    const counts = (code: string, hit: number) => ({ code, hit, clear: 3, unknown: 0, mostMissing: null })
    const faults = judgeCounts([counts('A', 0), counts('B', 0), counts('C', 1), counts('D', 1)], { B: 'x', D: 'y' })
    assert.deepEqual(
      faults.map(({ fault }) => fault),
      ['silent', null, null, 'arrived']
    )
  })
})
