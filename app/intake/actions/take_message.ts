import type { Instant } from '#core/kernel/instant'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'

/** A received message being read. */
export interface MessageInHand {
  id: string
  receipt: string
  blob: string
  filedAt: Instant
  filedAtGiven: boolean
  historical: boolean
  senderId: string | null
  attempts: number
}

/**
 * Takes the oldest received message that is not done, and counts the attempt. Later ones wait for
 * it, so that an amendment never overtakes what it amends; two readers of one do no harm, because
 * each Message is stored once.
 */
export async function takeMessage(): Promise<MessageInHand | null> {
  const row = await unitOfWork(taken, { repeatable: true, planned: true })
  return row && { ...row, filedAt: row.filedAt.getTime() }
}

const taken = () =>
  firstRow<Omit<MessageInHand, 'filedAt'> & { filedAt: Date }>(
    `update tenant.received_messages set state = 'reading', attempts = attempts + 1, started_at = coalesce(started_at, now())
      where id = (select id from (
              (select id from tenant.received_messages where state = 'reading' order by id limit 1)
              union all (select id from tenant.received_messages where state = 'received' order by id limit 1)) waiting
            order by id limit 1)
        and state in ('received', 'reading')
     returning id, receipt, blob, filed_at as "filedAt", filed_at_given as "filedAtGiven", historical, sender_id as "senderId", attempts`
  )

/** Takes an attempt back that failed for a fault of ours: nothing is put aside because our disk was full. */
export async function returnMessage(id: string): Promise<void> {
  await execute(
    `update tenant.received_messages set attempts = greatest(attempts - 1, 0) where id = ?::uuid and state = 'reading'`,
    [id]
  )
}
