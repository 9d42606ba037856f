import { afterCommit, execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { dispatch } from './dispatch.js'

/**
 * Says that work waits in a room. The bell row is written in the business transaction, the job
 * is sent after it; if the sending is lost, the sweep finds the row (DECISIONS 4).
 */
export async function ring(room: string): Promise<void> {
  const administrationId = tenancy.current().administration.id
  await execute(
    `insert into control.doorbells (administration_id, room) values (?, ?)
     on conflict (administration_id, room) do update set rung_at = clock_timestamp()`,
    [administrationId, room]
  )
  await afterCommit(() => dispatch(drainName(room)))
}

/** Lets the sweep ring at a later time, for work that should wait (a mail that gathers what comes). */
export async function ringAt(room: string, at: Date): Promise<void> {
  const administrationId = tenancy.current().administration.id
  await execute(
    `insert into control.doorbells (administration_id, room, rung_at) values (?, ?, ?)
     on conflict (administration_id, room) do update set rung_at = excluded.rung_at`,
    [administrationId, room, at]
  )
}

/** By the clock that bells ring by, to the microsecond: another machine's clock may go otherwise. */
export async function databaseTime(): Promise<string> {
  return (await firstRow<{ now: string }>(`select clock_timestamp()::text as now`))!.now
}

/** Takes the bell down when nothing waits, unless it rang again after `startedAt` (`databaseTime`). */
export async function answerBell(room: string, startedAt: string): Promise<void> {
  await execute(
    `delete from control.doorbells where administration_id = ? and room = ? and rung_at <= ?::timestamptz`,
    [tenancy.current().administration.id, room, startedAt]
  )
}

export const drainName = (room: string) => `${room}.drain`
