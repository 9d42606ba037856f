import type { FactKey } from '#core/facts/catalogue'
import { VerdictTally, type VerdictCounts } from '#core/indicators/tally_verdicts'
import { filedRevisions, historyOf, loadRevisionsForAssessment } from '#app/cargo_register/published'
import { filingTermsOf } from '#app/intake/published'
import { weighRevision } from '../actions/weigh_revision.js'
import { registryOf } from '../indicator_registries.js'
import { loadEngine } from './load_engine.js'

const BATCH = 200
const NO_TERMS = { alwaysFiled: new Set<FactKey>(), notCarried: new Set<FactKey>() }

export interface CountedVerdicts {
  consignments: number
  indicators: readonly VerdictCounts[]
}

/** What every indicator says of the cargo that stands filed; nothing is stored. */
export async function countVerdicts(): Promise<CountedVerdicts> {
  const engine = await loadEngine()
  const now = Date.now()
  const tally = new VerdictTally(registryOf(engine.plugins))
  let consignments = 0
  for (let last: string | null = null; ;) {
    const ids = await filedRevisions(last, BATCH)
    if (ids.length === 0) return { consignments, indicators: tally.counts() }
    last = ids.at(-1) ?? null
    const revisions = await loadRevisionsForAssessment(ids)
    const histories = await historyOf(revisions)
    const terms = await filingTermsOf(revisions.map((each) => each.messageId))
    for (const revision of revisions) {
      const history = histories.get(revision.consignmentId)
      if (history === undefined) continue
      const { facts } = weighRevision(revision, terms.get(revision.messageId) ?? NO_TERMS, history, engine, now)
      tally.add(facts, engine.lists, engine.index.at(now))
      consignments++
    }
  }
}
