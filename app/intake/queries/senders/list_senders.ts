import { rows } from '#platform/tenancy/database'
import { chosenAnswers } from '../../answer.js'

export const SENDERS_PER_PAGE = 50
export const SENDER_STATES = ['open', 'closed'] as const

export interface SenderFilter {
  /** Part of a code or a name. */
  q: string | null
  state: string | null
  /** From 1. */
  page: number
}

export interface SenderRow {
  id: string
  code: string
  name: string
  open: boolean
  /** Codes of what it is answered with. */
  answers: readonly string[]
  /** Tokens that open something now. */
  tokens: number
  lastAt: Date | null
}

/** Senders by name, a page at a time; `total` counts all that the filter finds. */
export async function listSenders({ q, state, page }: SenderFilter): Promise<{ senders: SenderRow[]; total: number }> {
  const found = await rows<Omit<SenderRow, 'answers'> & { answers: string; total: number }>(
    `select s.id, s.code, s.name, s.closed_at is null as open, s.answers, count(*) over ()::int as total,
       (select count(*)::int from tenant.api_tokens t where t.sender_id = s.id and t.revoked_at is null and t.expires_at > now()) as tokens,
       (select max(r.received_at) from tenant.received_messages r where r.sender_id = s.id) as "lastAt"
       from tenant.senders s
      where (?::text is null or s.code ilike ? or s.name ilike ?)
        and (?::text is null or (s.closed_at is null) = (? = 'open'))
      order by s.name, s.id limit ? offset ?`,
    [q, like(q), like(q), state, state, SENDERS_PER_PAGE, (page - 1) * SENDERS_PER_PAGE]
  )
  return {
    senders: found.map(({ total: _total, answers, ...row }) => ({ ...row, answers: chosenAnswers(answers) })),
    total: found[0]?.total ?? 0,
  }
}

const like = (text: string | null) => (text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`)
