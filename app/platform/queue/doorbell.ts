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

/** Rings once more after a turn of the drain: work is left, and something was done. */
export async function ringOn(room: string): Promise<void> {
  await execute(
    `insert into control.doorbells (administration_id, room) values (?, ?)
     on conflict (administration_id, room) do update set rung_at = clock_timestamp(), hung_at = clock_timestamp()`,
    [tenancy.current().administration.id, room]
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

/** The same, unless the bell hangs for an earlier time already. */
export async function ringBy(room: string, at: Date): Promise<void> {
  await execute(
    `insert into control.doorbells as b (administration_id, room, rung_at) values (?, ?, ?)
     on conflict (administration_id, room) do update set rung_at = least(b.rung_at, excluded.rung_at)`,
    [tenancy.current().administration.id, room, at]
  )
}

/** By the clock that bells ring by, to the microsecond: another machine's clock may go otherwise. */
export async function databaseTime(): Promise<string> {
  return (await firstRow<{ now: string }>(`select clock_timestamp()::text as now`))!.now
}

/** Takes the bell down when nothing waits; one that rang again after `startedAt` (`databaseTime`) hangs from now on. */
export async function answerBell(room: string, startedAt: string): Promise<void> {
  const bell = [tenancy.current().administration.id, room]
  const answered = await execute(
    `delete from control.doorbells where administration_id = ? and room = ? and rung_at <= ?::timestamptz`,
    [...bell, startedAt]
  )
  if (answered === 0)
    await execute(
      `update control.doorbells set hung_at = clock_timestamp() where administration_id = ? and room = ?`,
      bell
    )
}

export const drainName = (room: string) => `${room}.drain`
