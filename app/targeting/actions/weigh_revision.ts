import { createHash } from 'node:crypto'
import type { AssessmentResult } from '#core/assessment/assessment'
import { canonicalJson } from '#core/assessment/canonical'
import { deriveFacts } from '#core/facts/derive'
import type { FactKey, FactSnapshot } from '#core/facts/catalogue'
import type { HistoryOfConsignment } from '#core/facts/history'
import type { RevisionForAssessment } from '#app/cargo_register/published'
import { filingRule } from '#platform/plugins/filing_rules'
import { referenceData } from '#platform/reference/service'
import { pluginFacts } from '../plugin_facts.js'
import type { Engine } from '../queries/load_engine.js'

export interface Weighing {
  facts: FactSnapshot
  /** Canonical text of the facts: what is stored and hashed. */
  factsText: string
  factsHash: string
  result: AssessmentResult
  /** Instant the watch lists were asked for. */
  at: number
  durationUs: number
}

/** Weighs one consignment revision: facts, then the evaluator. Reads nothing but its inputs. */
export function weighRevision(
  revision: RevisionForAssessment,
  terms: { alwaysFiled: ReadonlySet<FactKey>; notCarried: ReadonlySet<FactKey> },
  history: HistoryOfConsignment,
  engine: Engine,
  now: number
): Weighing {
  const started = process.hrtime.bigint()
  const { evaluator, lists, cuts, caps, plugins, filing, currency } = engine
  const core = deriveFacts({
    consignment: revision.consignment,
    revision: revision.revision,
    amendments: revision.amendments,
    call: revision.call,
    filedAt: revision.firstRegisteredAt,
    nature: revision.nature,
    due: filingRule(filing.rules, revision.call?.mode ?? null, filing.leadHours),
    ...terms,
    sharedContainers: revision.sharedContainers,
    reported: revision.reported,
    history,
    ownCurrency: currency,
    reference: referenceData(),
  })
  const facts: FactSnapshot = { ...core, ...pluginFacts(revision.consignment, revision.nature.nature, plugins) }
  const result = evaluator.assess({ facts, lists, watchLists: engine.index.at(now), cuts, caps })
  const factsText = canonicalJson(facts)
  return {
    facts,
    factsText,
    factsHash: createHash('sha256').update(factsText).digest('hex'),
    result,
    at: now,
    durationUs: Number((process.hrtime.bigint() - started) / 1000n),
  }
}
