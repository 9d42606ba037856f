import { execute, unitOfWork } from '#platform/tenancy/database'

/** Received messages whose bytes are gone, with what was read in them. */
export async function deleteReceived(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await execute(`delete from tenant.problems where received_message_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.answers where received_message_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.message_keys where received_message_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.messages where received_message_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.received_messages where id = any(?::uuid[])`, [ids])
  })
}
