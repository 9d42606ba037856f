import { parseToken, sameHash, secretHash } from '#platform/access/secret_token'
import { firstRow } from '#platform/tenancy/database'

export interface Invitation {
  id: string
  officerId: string
  name: string
  email: string
  locale: string
  /** For a person of a filer, who signs in at the portal. */
  filer: boolean
}

const OPEN = `select i.id, i.officer_id as "officerId", i.secret_hash as "secretHash", o.name, o.email, o.locale,
          o.sender_id is not null as filer
     from tenant.invitations i
     join tenant.officers o on o.tenant_id = i.tenant_id and o.id = i.officer_id and o.state = 'invited'
    where i.kid = ? and i.used_at is null and i.revoked_at is null and i.expires_at > ?`

/** The invitation this token opens at this instant; used, revoked, expired and invented ones are alike: none. */
export const findInvitation = (token: string, at: Date) => find(OPEN, token, at)

/** The same, held until the unit ends: it is used once. */
export const holdInvitation = (token: string, at: Date) => find(`${OPEN} for update of i`, token, at)

async function find(sql: string, text: string, at: Date): Promise<Invitation | null> {
  const token = parseToken('inv', text)
  if (!token) return null
  const row = await firstRow<Invitation & { secretHash: string }>(sql, [token.kid, at])
  if (!row || !sameHash(row.secretHash, secretHash(token.secret))) return null
  const { secretHash: _hash, ...invitation } = row
  return invitation
}
