import { recordAction } from '#platform/audit/record'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'

/**
 * Puts a quarantined message back into the line, to be read with what is known now (another
 * profile, a repaired reader). Its Messages that were registered stay as they are. False when it is not quarantined.
 */
export async function readAgain(id: string): Promise<boolean> {
  return unitOfWork(async () => {
    const mine = await firstRow(
      `select 1 from tenant.received_messages where id = ?::uuid and state = 'quarantined' and erased_at is null for update`,
      [id]
    )
    if (!mine) return false
    const unread = `select id from tenant.messages where received_message_id = ?::uuid and state = 'quarantined'`
    await execute(
      `delete from tenant.problems where received_message_id = ?::uuid and (message_id is null or message_id in (${unread}))`,
      [id, id]
    )
    // What it was answered no longer holds: it is answered anew with what is read now.
    await execute(
      `delete from tenant.answers where received_message_id = ?::uuid and (kind = 'contrl' or position in
         (select position from tenant.messages where received_message_id = ?::uuid and state = 'quarantined'))`,
      [id, id]
    )
    await execute(`delete from tenant.message_keys where received_message_id = ?::uuid and message_id in (${unread})`, [
      id,
      id,
    ])
    await execute(`delete from tenant.messages where received_message_id = ?::uuid and state = 'quarantined'`, [id])
    await execute(
      `update tenant.received_messages set state = 'received', attempts = 0, finished_at = null where id = ?::uuid`,
      [id]
    )
    await recordAction({ action: 'message.read_again', subject: { kind: 'message', id } })
    await ring('intake')
    return true
  })
}
