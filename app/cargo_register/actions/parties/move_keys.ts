import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface HeldKey {
  id: string
  key: string
  identity: string
}

/** Keys of these identities, locked in one order: two decisions about one party come after each other. */
export const lockKeys = (identities: readonly string[]): Promise<HeldKey[]> =>
  rows<HeldKey>(
    `select id, key, identity from tenant.identity_keys where identity = any(?::uuid[]) order by key collate "C" for update`,
    [identities]
  )

export const giveKeys = (keys: readonly HeldKey[], identity: string): Promise<number> =>
  execute(`update tenant.identity_keys set identity = ? where key = any(?::text[])`, [
    identity,
    keys.map(({ key }) => key),
  ])

export interface Decision {
  kind: 'merge' | 'split'
  from: string
  into: string
  reason: string
  officerId: string
}

/** Moves the keys and keeps what was decided, so that it can be taken back. Returns the decision's id. */
export async function decide(keys: readonly HeldKey[], { kind, from, into, reason, officerId }: Decision) {
  const id = uuidv7()
  const tenant = tenancy.current().administration.id
  await giveKeys(keys, into)
  await execute(
    `insert into tenant.identity_decisions (tenant_id, id, kind, from_identity, into_identity, reason, decided_by) values (?, ?, ?, ?, ?, ?, ?)`,
    [tenant, id, kind, from, into, reason, officerId]
  )
  await execute(
    `insert into tenant.identity_decision_keys (tenant_id, decision_id, key_id) select ?::uuid, ?::uuid, k from unnest(?::uuid[]) k`,
    [tenant, id, keys.map((each) => each.id)]
  )
  return id
}
