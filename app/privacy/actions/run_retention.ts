import { createHash } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { isStep, keptFrom, monthOf, type RetentionStep } from '#platform/retention/retention_class'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { listPolicies, type Policy } from '../queries/list_policies.js'
import { shredMonths } from './shred_months.js'

export interface StepResult {
  class: string
  step: 'mask' | 'delete' | 'key'
  before: Date
  done: number
  held: number
  /** Still needed by rows of another class; tried again. */
  kept: number
  digest: string
}

const BATCH = 200
const STILL_NEEDED = '23503'
const HELD = 'LH001'

/** Masks and deletes what is due in the current administration, in batches; a dry run counts and touches nothing. */
export async function runRetention(now: Date, { dryRun }: { dryRun: boolean }): Promise<StepResult[]> {
  const runId = uuidv7()
  await execute(`insert into tenant.retention_runs (tenant_id, id, started_at, dry_run) values (?, ?, ?, ?)`, [
    tenancy.current().administration.id,
    runId,
    now,
    dryRun,
  ])
  const results: StepResult[] = []
  for (const policy of await listPolicies()) {
    for (const { step, name, before } of stepsOf(policy, now)) {
      const took = dryRun ? await counted(step, before) : await applied(step, before, now)
      results.push({ class: policy.class.code, step: name, before, ...took })
    }
    if (!dryRun && policy.class.keys) results.push(...(await shredMonths(policy, now)))
  }
  await finish(runId, results, now, dryRun)
  return results
}

function stepsOf({ class: each, maskAfterDays, deleteAfterDays }: Policy, now: Date) {
  const steps: { step: RetentionStep; name: 'mask' | 'delete'; before: Date }[] = []
  if (isStep(each.mask) && maskAfterDays !== null)
    steps.push({ step: each.mask, name: 'mask', before: keptFrom(now, maskAfterDays) })
  const day = keptFrom(now, deleteAfterDays)
  steps.push({ step: each.remove, name: 'delete', before: each.exact ? day : monthOf(day) })
  return steps
}

/** Counting years of rows takes longer than a page may. */
const patiently = <T>(work: () => Promise<T>): Promise<T> => unitOfWork(work, { statementTimeoutMs: 300_000 })

type Took = Pick<StepResult, 'done' | 'held' | 'kept' | 'digest'>

async function counted(step: RetentionStep, before: Date): Promise<Took> {
  const { due, held } = await patiently(() => step.count(before))
  return { done: due - held, held, kept: 0, digest: '' }
}

async function applied(step: RetentionStep, before: Date, at: Date): Promise<Took> {
  const digest = createHash('sha256')
  const { held } = await patiently(() => step.count(before))
  let [done, kept] = [0, 0]
  for (;;) {
    // What is still needed comes again at the head of the list: look behind it.
    const due = (await patiently(() => step.due(before, kept + BATCH))).slice(kept)
    if (due.length === 0) break
    const gone = await erase(step, due, at)
    for (const id of gone) digest.update(id)
    done += gone.length
    kept += due.length - gone.length
  }
  return { done, held, kept, digest: digest.digest('hex') }
}

/** A batch, or one by one where a row of it is still needed elsewhere. Returns what is gone. */
async function erase(step: RetentionStep, ids: readonly string[], at: Date): Promise<string[]> {
  const erasing = { at, rule: 'retention' as const }
  try {
    await step.apply(ids, erasing)
    return [...ids]
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== STILL_NEEDED && code !== HELD) throw error
    if (ids.length === 1) {
      logger.warn({ id: ids[0], code }, 'still needed, kept')
      return []
    }
  }
  const gone: string[] = []
  for (const id of ids) gone.push(...(await erase(step, [id], at)))
  return gone
}

async function finish(runId: string, results: readonly StepResult[], now: Date, dryRun: boolean): Promise<void> {
  const tenant = tenancy.current().administration.id
  await unitOfWork(async () => {
    for (const each of results)
      await execute(
        `insert into tenant.retention_run_steps (tenant_id, run_id, class, step, due_before, done, held, kept, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [tenant, runId, each.class, each.step, each.before, each.done, each.held, each.kept, each.digest]
      )
    await execute(`update tenant.retention_runs set finished_at = ? where id = ?`, [now, runId])
    const sum = (step: StepResult['step']) =>
      results.filter((each) => each.step === step).reduce((total, { done }) => total + done, 0)
    await recordAction({
      action: 'retention.run',
      subject: { kind: 'retention_run', id: runId },
      data: {
        dryRun,
        masked: sum('mask'),
        deleted: sum('delete'),
        keys: sum('key'),
        digest: createHash('sha256')
          .update(results.map(({ digest }) => digest).join(' '))
          .digest('hex'),
      },
    })
  })
}
