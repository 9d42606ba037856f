import { firstRow, rows } from '#platform/tenancy/database'

export interface FilerRow {
  id: string
  name: string
  email: string
  state: 'active' | 'invited' | 'disabled'
  senderId: string
  sender: string
  senderOpen: boolean
  /** When the last invitation left; `null`: none that still opens its door. */
  invitedAt: Date | null
  lastSignInAt: Date | null
}

/** Persons of filers by sender and name, of one sender or of all. */
export const listFilers = (senderId: string | null): Promise<FilerRow[]> =>
  rows(
    `select o.id, o.name, o.email, o.state, s.id as "senderId", s.name as sender, s.closed_at is null as "senderOpen",
            (select max(coalesce(i.mailed_at, i.created_at)) from tenant.invitations i
              where i.officer_id = o.id and i.used_at is null and i.revoked_at is null and i.expires_at > now()) as "invitedAt",
            (select max(e.at) from tenant.audit_entries e where e.actor_id = o.id::text and e.action = 'session.started') as "lastSignInAt"
       from tenant.officers o join tenant.senders s on s.tenant_id = o.tenant_id and s.id = o.sender_id
      where ?::uuid is null or s.id = ? order by s.name, s.id, o.name, o.id limit 500`,
    [senderId, senderId]
  )

/** Senders that somebody can be invited for. */
export const listOpenSenders = (): Promise<{ id: string; name: string; code: string }[]> =>
  rows(`select id, name, code from tenant.senders where closed_at is null order by lower(name), id limit 1000`)

/** Whether this account is of a filer: what is done to filers is done to no officer. */
export const isFiler = async (id: string): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.officers where id = ? and sender_id is not null`, [id])) !== null
