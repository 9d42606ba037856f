import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import { recordAction } from '#platform/audit/record'
import { recordedData } from '#platform/audit/recorded_data'
import { unitOfWork } from '#platform/tenancy/database'
import { engineAt, type EngineAt, type VersionsGone } from '../queries/engine_at.js'
import { readFacts } from '../queries/read_facts.js'
import {
  membersOfBatches,
  recordedAssessments,
  sampleAssessmentIds,
  type RecordedAssessment,
} from '../queries/recorded_assessments.js'
import { batchDigest, recordHash, versionsHash } from '../record_hash.js'

/**
 * What the replay of one assessment says (DECISIONS 16).
 * `same`: its stored inputs give its stored result, to the bit. `differs`: they give another one.
 * `altered`: its inputs are not those it was recorded with. `erased`: they are no longer kept, by a rule.
 * `versions_gone`: this build or database no longer has what it was weighed with.
 */
export type ReplayOutcome = 'same' | 'differs' | 'altered' | 'erased' | 'versions_gone'

export interface Replayed {
  readonly id: string
  readonly outcome: ReplayOutcome
  /** What was altered, what differs, which rule erased it, which version is gone; empty when the same. */
  readonly because: string
  /** False for what was weighed before assessments were bound to the audit. */
  readonly vouched: boolean
}

/** Assessments replayed at a time: one statement of rows, and engines kept between them. */
const PAGE = 200

/** Weighs a sample of stored assessments again, from nothing but what was stored, and compares. */
export async function replaySample(most: number, seed: number): Promise<Replayed[]> {
  const ids = await sampleAssessmentIds(most, seed)
  const engines = new Map<string, EngineAt | VersionsGone>()
  const replayed: Replayed[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const recorded = await recordedAssessments(ids.slice(from, from + PAGE))
    const broken = await brokenBatches(recorded)
    for (const each of recorded) replayed.push(await replayOne(each, broken, engines))
  }
  await unitOfWork(() =>
    recordAction({
      action: 'assessments.replayed',
      data: { seed, assessments: replayed.length, ...countsOf(replayed) },
    })
  )
  return replayed
}

export const countsOf = (replayed: readonly Replayed[]): Record<ReplayOutcome, number> => {
  const counts = { same: 0, differs: 0, altered: 0, erased: 0, versions_gone: 0 }
  for (const { outcome } of replayed) counts[outcome]++
  return counts
}

async function replayOne(
  recorded: RecordedAssessment,
  broken: ReadonlySet<string>,
  engines: Map<string, EngineAt | VersionsGone>
): Promise<Replayed> {
  const vouched = recorded.record_hash !== null
  const says = (outcome: ReplayOutcome, because = ''): Replayed => ({ id: recorded.id, outcome, because, vouched })
  const read = await readFacts(recorded.id).catch(() => null)
  if (read === null) return says('altered', 'fact snapshot cannot be unsealed')
  if (read.erased) return says('erased', `${read.erased.rule} ${read.erased.at?.toISOString() ?? ''}`.trim())
  const factsHash = createHash('sha256').update(canonicalJson(read.facts)).digest('hex')
  if (factsHash !== recorded.facts_hash) return says('altered', 'facts')
  if (vouched && recordHash({ ...inputsOf(recorded), factsHash }) !== recorded.record_hash)
    return says('altered', 'facts, versions, revision or instant')
  if (recorded.batch_id !== null && broken.has(recorded.batch_id)) return says('altered', 'audit entry of its batch')
  if (vouched && versionsHash(recorded.versions) !== recorded.versions_hash) return says('altered', 'versions')
  const engine = engines.get(recorded.versions_hash) ?? (await engineAt(recorded.versions))
  engines.set(recorded.versions_hash, engine)
  if ('gone' in engine) return says('versions_gone', engine.gone.join(', '))
  const watchLists = engine.index.at(recorded.assessed_at.getTime())
  const result = engine.evaluator.assess({ ...engine, facts: read.facts, watchLists })
  const differing = differences(result, recorded.result)
  return differing.length === 0 ? says('same') : says('differs', differing.join(', '))
}

const inputsOf = ({ id, revision_id: revisionId, assessed_at: at, versions_hash }: RecordedAssessment) => ({
  id,
  revisionId,
  at: at.getTime(),
  versionsHash: versions_hash,
})

/** Members of the result that are not the same, to the bit. */
const differences = (now: object, then: object): string[] => {
  const [a, b] = [now, then] as Record<string, unknown>[]
  const members = new Set([...Object.keys(a!), ...Object.keys(b!)])
  return [...members].filter((name) => canonicalJson(a![name] ?? null) !== canonicalJson(b![name] ?? null)).sort()
}

/** Batches whose assessments are not those their audit entry vouches for. What retention deleted of a batch is no fault. */
async function brokenBatches(recorded: readonly RecordedAssessment[]): Promise<ReadonlySet<string>> {
  const batches = [...new Set(recorded.flatMap(({ batch_id }) => (batch_id === null ? [] : [batch_id])))]
  if (batches.length === 0) return new Set()
  const members = Map.groupBy(await membersOfBatches(batches), (member) => member.batch_id)
  const entries = await recordedData('assessments.stored', 'assessments', batches)
  return new Set(
    batches.filter((batch) => {
      const entry = entries.get(batch)
      const left = members.get(batch) ?? []
      return entry === undefined || (entry['assessments'] === left.length && entry['digest'] !== batchDigest(left))
    })
  )
}
