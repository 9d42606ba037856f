import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** A person of a sender, who answers what Customs asks it. Holds no role and no permission (ADR 0046). */
export interface Filer {
  id: string
  administrationId: string
  senderId: string
  sender: string
  email: string
  name: string
  locale: string
  hasFactor: boolean
  /** Everywhere but in demonstrations (DECISIONS 12). */
  requiresSecondFactor: boolean
}

/** The active person with this id of an open sender of the current administration, else `null`; officers are none. */
export async function loadFiler(id: string): Promise<Filer | null> {
  const { administration } = tenancy.current()
  const row = await firstRow<Omit<Filer, 'administrationId' | 'requiresSecondFactor'>>(
    `select o.id, o.sender_id as "senderId", s.name as sender, o.email, o.name, o.locale,
            exists (select 1 from tenant.officer_totp t where t.officer_id = o.id)
              or exists (select 1 from tenant.officer_passkeys k where k.officer_id = o.id) as "hasFactor"
       from tenant.officers o join tenant.senders s on s.tenant_id = o.tenant_id and s.id = o.sender_id and s.closed_at is null
      where o.id = ? and o.state = 'active'`,
    [id]
  )
  return row && { ...row, administrationId: administration.id, requiresSecondFactor: !administration.demo }
}
