import { execute } from '#platform/tenancy/database'

/** What this sender files whenever it applies (DECISIONS 15); counts for what is weighed from now on. False: no such sender. */
export async function declareAlwaysFiled(sender: string, facts: readonly string[]): Promise<boolean> {
  return (
    (await execute(`update tenant.senders set always_filed = ? where code = ?`, [
      [...facts].sort().join(' '),
      sender,
    ])) > 0
  )
}
