import { createHash } from 'node:crypto'
import { destroyKey } from '#platform/crypto/rotate_keys'
import { keptFrom, monthOf } from '#platform/retention/retention_class'
import { firstRow, rows } from '#platform/tenancy/database'
import type { Policy } from '../queries/list_policies.js'
import type { StepResult } from './run_retention.js'

/** Days after the end of a month in which something of its last minute may still be written. */
const SETTLED = 1

/**
 * Destroys the keys of months whose time is over, which reaches what backups and object versions still
 * hold. A month stays while anything of it is held.
 */
export async function shredMonths(policy: Policy, now: Date): Promise<StepResult[]> {
  const { class: each, maskAfterDays, deleteAfterDays } = policy
  const before = monthOf(keptFrom(now, (maskAfterDays ?? deleteAfterDays) + SETTLED))
  const period = before.toISOString().slice(0, 7)
  const due = await rows<{ id: string; kid: string; period: string }>(
    `select id, kid, period from tenant.keys where class = ? and state <> 'destroyed' and period < ? and period <> 'before' order by period`,
    [each.keys, period]
  )
  const digest = createHash('sha256')
  let [done, held] = [0, 0]
  for (const key of due) {
    if (await isNeeded(each.code, key.period)) held++
    else {
      await destroyKey(key.id, 'retention')
      digest.update(key.kid)
      done++
    }
  }
  return due.length === 0
    ? []
    : [{ class: each.code, step: 'key', before, done, held, kept: 0, digest: digest.digest('hex') }]
}

const STILL_THERE: Readonly<Record<string, string>> = {
  raw_messages: `select 1 from tenant.received_messages where received_at >= ? and received_at < ? and blob <> '' limit 1`,
  assessments: `select 1 from tenant.assessments where assessed_at >= ? and assessed_at < ? and erased_at is null limit 1`,
  // By when it was sealed: a list that was loaded late is filed earlier than that.
  travellers: `select 1 from tenant.travellers where uuid_extract_timestamp(id) >= ? and uuid_extract_timestamp(id) < ? limit 1`,
  subject_files: `select 1 from tenant.subject_files where created_at >= ? and created_at < ? limit 1`,
  subject_requests: `select 1 from tenant.subject_requests where created_at >= ? and created_at < ? and sealed is not null limit 1`,
}

/** Something of the month was not erased: held, or of a state that is never due. */
async function isNeeded(code: string, period: string): Promise<boolean> {
  const start = new Date(`${period}-01T00:00:00Z`)
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1 + SETTLED))
  const sql = STILL_THERE[code]
  return sql === undefined || (await firstRow(sql, [start, end])) !== null
}
