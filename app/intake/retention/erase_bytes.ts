import { blobs } from '#platform/blobs/service'
import type { Erasing } from '#platform/retention/retention_class'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/**
 * Makes received messages forget their bytes: said first, removed then, the address last, so that a
 * crash between leaves no page that fails and no file that nobody comes back for. The same bytes may
 * come again as a new message.
 */
export async function eraseBytes(ids: readonly string[], { at, rule }: Erasing): Promise<void> {
  await unitOfWork(async () => {
    await execute(
      `update tenant.received_messages set erased_at = coalesce(erased_at, ?), erased_rule = coalesce(erased_rule, ?), filename = null where id = any(?::uuid[])`,
      [at, rule, ids]
    )
    await execute(`delete from tenant.received_message_keys where received_message_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.idempotency_keys where received_message_id = any(?::uuid[])`, [ids])
    await execute(`update tenant.problems set params = '{}' where received_message_id = any(?::uuid[])`, [ids])
  })
  const files = await rows<{ blob: string }>(
    `select blob from tenant.received_messages where id = any(?::uuid[]) and blob <> ''`,
    [ids]
  )
  for (const { blob } of files) await blobs.remove(tenancy.current().administration.id, blob)
  await execute(`update tenant.received_messages set blob = '' where id = any(?::uuid[])`, [ids])
}
