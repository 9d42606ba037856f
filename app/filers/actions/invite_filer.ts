import { issueInvitation } from '#app/administration/published'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { MOST_PEOPLE } from '../limits.js'

export interface NewFiler {
  sender: string
  email: string
  name: string
  locale: string
}

/** Somebody who will answer for a sender, once the invitation is accepted. One mail address is one account, of officers as of filers. */
export const inviteFiler = (
  { sender, email, name, locale }: NewFiler,
  actorId: string
): Promise<Result<string, Failure>> =>
  allOrNothing(async () => {
    const known = await firstRow<{ open: boolean }>(
      `select closed_at is null as open from tenant.senders where id = ? for update`,
      [sender]
    )
    if (!known) return err<Failure>({ kind: 'not_found' })
    if (!known.open) return err(conflict('filers.refused_closed'))
    const { people } = (await firstRow<{ people: number }>(
      `select count(*)::int as people from tenant.officers where sender_id = ? and state <> 'disabled'`,
      [sender]
    ))!
    if (people >= MOST_PEOPLE) return err(conflict('filers.refused_full', { most: MOST_PEOPLE }))
    const id = uuidv7()
    const created = await execute(
      `insert into tenant.officers (tenant_id, id, email, name, locale, state, sender_id) values (?, ?, ?, ?, ?, 'invited', ?)
       on conflict (tenant_id, email) do nothing`,
      [tenancy.current().administration.id, id, email, name, locale, sender]
    )
    if (created === 0) return err(invalid('email', 'administration.email_taken'))
    await recordAction({ action: 'filer.invited', subject: { kind: 'filer', id }, data: { sender } })
    const issued = await issueInvitation(id, actorId)
    return issued.ok ? ok(id) : issued
  })
