import { rows } from '#platform/tenancy/database'

/**
 * Who changes access, changes it alone: two changes that are each allowed could together make a
 * forbidden pair. The administration's one row of settings is the lock, until the unit ends.
 */
export async function holdAccess(): Promise<void> {
  await rows(`select tenant_id from tenant.settings for update`)
}
