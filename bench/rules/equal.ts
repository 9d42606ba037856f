import { isDeepStrictEqual } from 'node:util'
import type { FactSnapshot } from '#core/facts/catalogue'
import { builtinRegistry } from '#core/indicators/registry'
import type { ProfileRevision } from '#core/profiles/document'
import { application } from '#tests/support/oracle/application'
import { naiveAssess } from '#tests/support/oracle/assess'
import { judgeOf } from '#tests/support/oracle/judge'
import type { Candidate } from './candidates.js'
import { settings, type Ours } from './landfall.js'
import type { Rec } from './record.js'

/** Most consignments compared with one peer. */
const COMPARED = 100

/** @throws when the engine finds, or weighs, another thing than the evaluator that the tests compare it with. */
export const assertEqualToOracle = (
  ours: Ours,
  live: readonly ProfileRevision[],
  consignments: readonly FactSnapshot[]
): void => {
  for (const facts of consignments) {
    const { judge } = judgeOf({ ...settings, facts, registry: builtinRegistry })
    const found = { applies: [] as number[], open: [] as number[] }
    live.forEach(({ document }, at) => {
      const { is } = application(document, judge)
      if (is === 'applies') found.applies.push(at)
      if (is === 'unknown') found.open.push(at)
    })
    if (!isDeepStrictEqual(ours.match(facts), found)) throw new Error('the engine does not find what the oracle finds')
    const profiles = [...found.applies, ...found.open].map((at) => live[at]!)
    const weighed = naiveAssess({ ...settings, facts, registry: builtinRegistry, profiles })
    if (!isDeepStrictEqual(ours.engine.assess({ ...settings, facts }), weighed))
      throw new Error('the engine does not weigh as the oracle does')
  }
}

/** Consignments of which a peer finds other profiles than we, applying or open. */
export const differences = async (
  ours: Ours,
  peer: Candidate,
  facts: readonly FactSnapshot[],
  records: readonly Rec[]
): Promise<number> => {
  let different = 0
  for (let at = 0; at < Math.min(COMPARED, peer.runs, facts.length); at++) {
    const found = await peer.match(records[at]!, facts[at]!)
    if (!isDeepStrictEqual(found, ours.match(facts[at]!))) different += 1
  }
  return different
}
