import { postLetter, type LetterKind } from '#platform/identity/letters'
import { rows } from '#platform/tenancy/database'

/** A neutral mail to every person of a filer who can sign in: that something is there, never what or why (T58, T81). */
export async function tellFiler(senderId: string, kind: LetterKind): Promise<void> {
  const people = await rows<{ id: string }>(
    `select o.id from tenant.officers o join tenant.senders s on s.tenant_id = o.tenant_id and s.id = o.sender_id and s.closed_at is null
      where o.sender_id = ? and o.state = 'active' order by o.id`,
    [senderId]
  )
  for (const { id } of people) await postLetter(id, kind)
}
