import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from '#platform/database/uuid'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { now } from './clock.js'

export type LetterKind =
  | 'password_reset'
  | 'password_changed'
  | 'factor_reset'
  | 'factor_changed'
  | 'reset_of_another'
  | 'new_device'
  // To persons of a filer: that there is a question, that its time runs out, that it is asked no more.
  | 'question_asked'
  | 'question_due'
  | 'question_ended'

/** How long the link of a letter is good; a letter without one only tells. */
const LINK_MINUTES: Partial<Record<LetterKind, number>> = { password_reset: 30, new_device: 7 * 24 * 60 }
const PREFIX: Partial<Record<LetterKind, string>> = { password_reset: 'lf_rst_', new_device: 'lf_dev_' }

export interface WaitingLetter {
  id: string
  kind: LetterKind
  agent: string | null
  email: string
  locale: string
  about: string | null
  /** To a person of a filer. */
  filer: boolean
}

/** Puts a letter to an officer into the current unit of work; the drain sends it. */
export async function postLetter(
  officerId: string,
  kind: LetterKind,
  facts: { agent?: string | null; about?: string } = {}
): Promise<void> {
  await execute(
    `insert into tenant.officer_letters (tenant_id, id, officer_id, kind, agent, about_officer_id) values (?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, uuidv7(), officerId, kind, facts.agent ?? null, facts.about ?? null]
  )
  await ring('letters')
}

export const listWaitingLetters = (): Promise<WaitingLetter[]> =>
  rows<WaitingLetter>(
    `select l.id, l.kind, l.agent, o.email, o.locale, a.name as about, o.sender_id is not null as filer
       from tenant.officer_letters l
       join tenant.officers o on o.tenant_id = l.tenant_id and o.id = l.officer_id and o.state = 'active'
       left join tenant.officers a on a.tenant_id = l.tenant_id and a.id = l.about_officer_id
      where l.sent_at is null order by l.id limit 100`
  )

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Makes the link of a letter that is about to go out; only its hash stays here. */
export async function openLink({ id, kind }: WaitingLetter): Promise<string | null> {
  const lifetime = LINK_MINUTES[kind]
  if (!lifetime) return null
  const token = `${PREFIX[kind]}${randomBytes(32).toString('base64url')}`
  await execute(`update tenant.officer_letters set token_hash = ?, expires_at = ? where id = ?`, [
    hashOf(token),
    new Date(now().getTime() + lifetime * 60_000),
    id,
  ])
  return token
}

export const markSent = (id: string) => execute(`update tenant.officer_letters set sent_at = now() where id = ?`, [id])

const fits = (kind: LetterKind, token: string) => token.startsWith(PREFIX[kind] ?? '?') && token.length <= 60

/** The officer whose link this is, while it is good; asking uses nothing up (mail scanners ask). */
export async function whoseLink(kind: LetterKind, token: string): Promise<string | null> {
  if (!fits(kind, token)) return null
  const row = await firstRow<{ officer_id: string }>(
    `select officer_id from tenant.officer_letters where token_hash = ? and kind = ? and used_at is null and expires_at > ?`,
    [hashOf(token), kind, now()]
  )
  return row?.officer_id ?? null
}

/** Uses the link up, and with it every older one of its kind to the same officer; once, whoever asks at the same time. */
export async function takeLink(kind: LetterKind, token: string): Promise<string | null> {
  if (!fits(kind, token)) return null
  const [taken] = await rows<{ officer_id: string }>(
    `update tenant.officer_letters set used_at = ? where token_hash = ? and kind = ? and used_at is null and expires_at > ?
     returning officer_id`,
    [now(), hashOf(token), kind, now()]
  )
  if (!taken) return null
  await execute(
    `update tenant.officer_letters set used_at = ? where officer_id = ? and kind = ? and used_at is null and token_hash is not null`,
    [now(), taken.officer_id, kind]
  )
  return taken.officer_id
}
