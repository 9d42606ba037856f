import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { execute, firstRow } from '#platform/tenancy/database'
import { directory } from '#platform/tenancy/directory'
import { tenancy, type TenantContext } from '#platform/tenancy/tenant_context'
import { parseToken, sameHash, secretHash, type ApiToken } from '../api_token.js'
import type { TokenScope } from './issue_token.js'

export interface TokenHolder {
  id: string
  /** Filer the token speaks for. */
  senderId: string | null
  /** Connected system the token speaks for. */
  systemId: string | null
  scopes: ReadonlySet<TokenScope>
  context: TenantContext
}

interface Row {
  id: string
  secret_hash: string
  sender_id: string | null
  system_id: string | null
  scopes: string
}

/** A hash nothing matches, compared when there is no such token, so that both answers do the same work. */
const NOBODY = secretHash('nobody')

/** Who holds this token, or `null`: unknown, altered, expired and revoked ones are all alike from outside. */
export async function authenticateToken(text: string): Promise<TokenHolder | null> {
  const token = parseToken(text)
  if (!token) return null
  const entry = await db
    .connection('auth')
    .from('control.api_token_directory')
    .where('kid', token.kid)
    .select('administration_id')
    .first()
  const administration = entry ? await directory.byId(entry.administration_id) : null
  if (!administration || administration.state === 'suspended') {
    sameHash(NOBODY, secretHash(token.secret))
    return null
  }
  const context = { administration, actor: { kind: 'system' as const, id: 'api' }, correlationId: randomUUID() }
  return tenancy.run(context, () => verify(token, context))
}

async function verify(token: ApiToken, context: TenantContext): Promise<TokenHolder | null> {
  const row = await firstRow<Row>(
    `select id, secret_hash, sender_id, system_id, scopes from tenant.api_tokens where kid = ? and revoked_at is null and expires_at > now()`,
    [token.kid]
  )
  if (!sameHash(row?.secret_hash ?? NOBODY, secretHash(token.secret)) || !row) return null
  await execute(
    `update tenant.api_tokens set last_used_at = now() where id = ?::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [row.id]
  )
  return {
    id: row.id,
    senderId: row.sender_id,
    systemId: row.system_id,
    scopes: new Set(row.scopes.split(' ') as TokenScope[]),
    context: { ...context, actor: { kind: 'token', id: row.id } },
  }
}
