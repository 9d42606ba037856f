import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { dueAt } from '../gathering.js'
import { kindOf } from '../kinds.js'
import { listPending, type PendingNotification } from '../queries/list_pending.js'

const BATCH = 5_000

export interface Gathered {
  /** When something that waits becomes due; `null` when nothing waits. */
  next: Date | null
  /** More waits than one batch looks at. */
  more: boolean
}

/**
 * Puts what is due into mails: one for each officer and kind, one digest for each officer. The mail
 * and the marks on what it counts are one unit, so each notification is in one mail exactly,
 * whenever the worker dies.
 */
export async function gatherMails(now: Date): Promise<Gathered> {
  return unitOfWork(async () => {
    const pending = await listPending(tenancy.current().administration.timezone, BATCH)
    let next: Date | null = null
    let mailed = 0
    for (const waiting of byMail(pending)) {
      const due = waiting.map((each) => ({ each, at: dueAt(now, urgencyOf(each), each.schedule, each.lastMailed) }))
      const ready = due.filter(({ at }) => at <= now).map(({ each }) => each)
      const later = due.filter(({ at }) => at > now).map(({ at }) => at)
      // What is mailed at once takes along whatever of its kind waits; a digest holds what came before its hour.
      const taken = ready.length > 0 && waiting[0]!.mail === 'now' ? waiting : ready
      if (taken.length > 0) await insertMail(taken, now)
      mailed += taken.length
      if (taken.length < waiting.length) for (const at of later) if (next === null || at < next) next = at
    }
    return { next, more: pending.length === BATCH && mailed > 0 }
  })
}

const urgencyOf = (each: PendingNotification) => ({ ...each, urgent: kindOf(each.kind)?.urgent ?? false })

function byMail(pending: readonly PendingNotification[]): PendingNotification[][] {
  const mails = new Map<string, PendingNotification[]>()
  for (const each of pending) {
    const key = `${each.officerId} ${each.mail === 'digest' ? 'digest' : each.kind}`
    mails.set(key, [...(mails.get(key) ?? []), each])
  }
  return [...mails.values()]
}

async function insertMail(taken: readonly PendingNotification[], now: Date): Promise<void> {
  const id = uuidv7()
  const { officerId, kind, mail } = taken[0]!
  await execute(
    `insert into tenant.notification_mails (tenant_id, id, officer_id, kind, next_at, created_at) values (?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, id, officerId, mail === 'digest' ? 'digest' : kind, now, now]
  )
  await execute(`update tenant.notifications set mail_id = ? where id = any (?::uuid[])`, [
    id,
    `{${taken.map((each) => each.id).join(',')}}`,
  ])
}
