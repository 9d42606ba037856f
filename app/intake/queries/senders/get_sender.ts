import { firstRow, rows } from '#platform/tenancy/database'
import { chosenAnswers } from '../../answer.js'

export interface SenderDetail {
  id: string
  code: string
  name: string
  createdAt: Date
  /** `null`: open. */
  closedAt: Date | null
  /** Facts it files whenever they apply. */
  declared: readonly string[]
  answers: readonly string[]
}

export async function getSender(id: string): Promise<SenderDetail | null> {
  const found = await firstRow<Omit<SenderDetail, 'declared' | 'answers'> & { declared: string; answers: string }>(
    `select id, code, name, created_at as "createdAt", closed_at as "closedAt", always_filed as declared, answers
       from tenant.senders where id = ?::uuid`,
    [id]
  )
  return (
    found && {
      ...found,
      declared: found.declared.split(/\s+/).filter(Boolean),
      answers: chosenAnswers(found.answers),
    }
  )
}

export interface SenderToken {
  id: string
  name: string
  /** First part of the token, which is no secret. */
  kid: string
  scopes: string
  expiresAt: Date
  lastUsedAt: Date | null
  state: 'live' | 'expired' | 'revoked'
}

/** Tokens bound to a sender, those that open something first; at most 100. */
export const listTokensOf = (senderId: string): Promise<SenderToken[]> =>
  rows(
    `select id, name, kid, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt",
       case when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'live' end as state
       from tenant.api_tokens where sender_id = ?::uuid
      order by (revoked_at is null and expires_at > now()) desc, created_at desc, id limit 100`,
    [senderId]
  )
