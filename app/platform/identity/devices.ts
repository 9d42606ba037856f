import type { HttpContext } from '@adonisjs/core/http'
import { createHash, randomBytes } from 'node:crypto'
import { secureCookies } from '#config/app'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { postLetter } from './letters.js'
import type { Person } from './person.js'

declare module '#platform/events/announce' {
  interface RoomEvents {
    /** An officer signed in from a browser not used before. */
    'device:appeared': { officerId: string; deviceId: string }
  }
}

/** One cookie a browser, signed by the framework; per officer and administration the database holds a hash of it. */
const COOKIE = secureCookies ? '__Host-lf_device' : 'lf_device'
const hashOf = (token: string, officerId: string) =>
  createHash('sha256').update(`${officerId}/${token}`).digest('base64url')

/**
 * Knows browsers by a cookie of theirs, never by what they look like. A browser an officer has not
 * used before is told by mail and on the next page; the very first one is the officer's own.
 */
export async function noticeDevice({ request, response, session }: HttpContext, person: Person): Promise<void> {
  if (person.kind === 'operator') return
  const token = request.cookie(COOKIE) as string | null | undefined
  const kept = typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : randomBytes(32).toString('base64url')
  response.cookie(COOKIE, kept, {
    httpOnly: true,
    secure: secureCookies,
    sameSite: 'strict',
    path: '/',
    maxAge: '400d',
  })
  const hash = hashOf(kept, person.id)
  const seen = await execute(
    `update tenant.officer_devices set last_seen_at = now() where officer_id = ? and token_hash = ?`,
    [person.id, hash]
  )
  if (seen > 0) return
  const others = await firstRow(`select id from tenant.officer_devices where officer_id = ? limit 1`, [person.id])
  const deviceId = uuidv7()
  const agent = request.header('user-agent')?.slice(0, 200) ?? null
  await execute(
    `insert into tenant.officer_devices (tenant_id, id, officer_id, token_hash, agent) values (?, ?, ?, ?, ?)
     on conflict (tenant_id, officer_id, token_hash) do nothing`,
    [tenancy.current().administration.id, deviceId, person.id, hash, agent]
  )
  if (!others) return
  await postLetter(person.id, 'new_device', { agent })
  if (person.kind === 'officer') await announce('device:appeared', { officerId: person.id, deviceId })
  session.flash('flash', { kind: 'done', sentence: { key: 'identity.new_device_line', params: {} } })
}
