import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import type { Instant } from '#core/kernel/instant'
import { Random } from '#database/seeders/demo/prng'
import { createAdministration } from '#app/control/actions/create_administration'
import { receiveMessage } from '#app/intake/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import { drawProfile } from './profiles.js'

export const PROFILES = 200
/** Entries of each watch list, by what is compared. */
export const LISTS = { name: 20_000, identifier: 5_000, equipment: 5_000, contact: 2_000 } as const

/** Work of the bench inside its administration. */
export const inside = <T>(administration: Administration, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ administration, actor: { kind: 'system', id: 'bench' }, correlationId: randomUUID() }, work)

/** A port with live profiles beside the starter ones, and watch lists as long as real ones. */
export async function newAdministration(seed: number): Promise<Administration> {
  const code = `B${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
  const place = { country: 'JM', timezone: 'America/Jamaica', locale: 'en', currency: 'JMD' }
  const created = await createAdministration({ code, name: code, ...place, demo: false, ports: ['JMKIN'], plugins: [] })
  await inside(created, () => furnish(seed))
  return created
}

/** What the current administration weighs with besides the starter profiles. */
export async function furnish(seed: number): Promise<void> {
  const random = new Random(seed, 'e2e', 'profiles')
  for (let at = 0; at < PROFILES; at++) await writeProfile(at, canonicalJson(drawProfile(random)))
  for (const [kind, entries] of Object.entries(LISTS)) await writeWatchList(seed, kind, entries)
}

async function writeProfile(at: number, document: string): Promise<void> {
  const tenant = tenancy.current().administration.id
  const id = uuidv7()
  const { threat } = JSON.parse(document) as { threat: string }
  await execute(
    `insert into tenant.profiles (tenant_id, id, code, name, threat, state, live_revision) values (?, ?, ?, ?, ?, 'live', 1)`,
    [tenant, id, `e2e-${at}`, `Profile ${at}`, threat]
  )
  await execute(
    `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, published_at)
     values (?, ?, ?, 1, ?::jsonb, ?, now())`,
    [tenant, uuidv7(), id, document, createHash('sha256').update(document).digest('hex')]
  )
}

async function writeWatchList(seed: number, kind: string, entries: number): Promise<void> {
  const tenant = tenancy.current().administration.id
  const random = new Random(seed, 'e2e', kind)
  const id = uuidv7()
  await execute(`insert into tenant.watch_lists (tenant_id, id, code, name) values (?, ?, ?, ?)`, [
    tenant,
    id,
    `e2e-${kind}`,
    kind,
  ])
  await execute(
    `insert into tenant.watch_list_entries (tenant_id, id, watch_list_id, kind, value, reason, from_edition)
     select ?::uuid, uuidv7(), ?::uuid, ?, value, 'bench', 1 from unnest(?::text[]) as value`,
    [tenant, id, kind, Array.from({ length: entries }, (_, at) => valueOf(random, kind, at))]
  )
}

/** Invented, and of the shape of the real: a name of two to four words, a number, a container. */
function valueOf(random: Random, kind: string, at: number): string {
  const word = () => Array.from({ length: random.int(3, 9) }, () => random.pick([...'AEIOULNRSTMBDKP'])).join('')
  if (kind === 'name') return `${word()} ${word()}${random.chance(0.5) ? ` ${word()} LTD` : ''}`
  if (kind === 'equipment') return `ZZZU${String(1_000_000 + at)}`
  return `${kind === 'contact' ? '+9' : 'TX'}${random.digits(9)}`
}

export interface Filed {
  bytes: Uint8Array
  /** Registered and counted, never weighed: earlier cargo. */
  past?: Instant
}

export async function file({ bytes, past }: Filed): Promise<void> {
  const once = async function* () {
    yield bytes
  }
  const received = await receiveMessage({
    bytes: once(),
    channel: 'console',
    filename: null,
    senderId: null,
    submittedBy: null,
    ...(past !== undefined && { filedAt: past, historical: true }),
  })
  if (!received.ok) throw new Error(received.error)
}
