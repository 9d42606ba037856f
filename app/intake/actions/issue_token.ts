import { Exception } from '@adonisjs/core/exceptions'
import db from '@adonisjs/lucid/services/db'
import { DAY } from '#core/kernel/instant'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { newToken, printToken, secretHash } from '../api_token.js'
import { findSender } from './find_sender.js'

export const TOKEN_SCOPES = [
  'messages:submit',
  'events',
  'answers',
  'instructions',
  'declarations',
  'permits',
  'examinations',
] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

export interface TokenWanted {
  name: string
  /** Code of the filer it speaks for; `null` when messages say themselves. */
  sender: string | null
  /** Connected system that it speaks for: it reads and answers that one's instructions only. */
  system?: string | null
  scopes: readonly TokenScope[]
  /** 1 to 365. */
  days: number
  createdBy: string | null
}

export class SenderClosed extends Exception {
  static override status = 409
  static override code = 'E_SENDER_CLOSED'
  static override message = 'This sender is closed: open it again first'
}

/** Issues a token and returns it: this is the only moment its secret is known. Throws `SenderClosed`. */
export async function issueToken(wanted: TokenWanted): Promise<{ id: string; token: string; expiresAt: Date }> {
  const { administration } = tenancy.current()
  const made = newToken()
  const id = uuidv7()
  const expiresAt = new Date(Date.now() + Math.min(Math.max(wanted.days, 1), 365) * DAY)
  await unitOfWork(async () => {
    const sender = wanted.sender === null ? null : await findSender(wanted.sender)
    if (sender && !sender.open) throw new SenderClosed()
    await execute(
      `insert into tenant.api_tokens (tenant_id, id, kid, secret_hash, name, sender_id, system_id, scopes, created_by, expires_at)
       values (?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?::timestamptz)`,
      [
        administration.id,
        id,
        made.kid,
        secretHash(made.secret),
        wanted.name,
        sender?.id ?? null,
        wanted.system ?? null,
        wanted.scopes.join(' '),
        wanted.createdBy,
        expiresAt,
      ]
    )
    await recordAction({
      action: 'token.issued',
      subject: { kind: 'token', id },
      data: {
        kid: made.kid,
        sender: sender?.id ?? null,
        system: wanted.system ?? null,
        scopes: wanted.scopes,
        until: expiresAt.toISOString(),
      },
    })
  })
  await db
    .connection('control')
    .table('control.api_token_directory')
    .insert({ kid: made.kid, administration_id: administration.id })
  return { id, token: printToken(made), expiresAt }
}
