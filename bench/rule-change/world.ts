import { randomUUID } from 'node:crypto'
import type { ProfileDocument, ProfileRevision } from '#core/profiles/document'
import { createAdministration } from '#app/control/actions/create_administration'
import { addWatchListEntry } from '#app/targeting/actions/add_watch_list_entry'
import { publishProfile } from '#app/targeting/actions/publish_profile'
import { retireProfile } from '#app/targeting/actions/retire_profile'
import { documentHash } from '#app/targeting/document_hash'
import type { Engine } from '#app/targeting/queries/load_engine'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { putLive } from '#tests/support/many_profiles'

/** Work in a new administration with these profiles live and a watch list of so many entries. */
export async function inNewAdministration<T>(
  profiles: readonly ProfileRevision[],
  entries: number,
  work: (live: readonly string[], list: string) => Promise<T>
): Promise<T> {
  const code = `B${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
  const administration = await createAdministration({
    code,
    name: code,
    country: 'JM',
    timezone: 'America/Jamaica',
    locale: 'en',
    currency: 'JMD',
    demo: false,
    ports: ['JMKIN'],
    plugins: [],
  })
  const actor = { kind: 'system' as const, id: 'bench' }
  return tenancy.run({ administration, actor, correlationId: randomUUID() }, async () => {
    const live = await putLive(profiles)
    const list = uuidv7()
    await execute(`insert into tenant.watch_lists (tenant_id, id, code, name) values (?, ?, 'BENCH', 'Bench')`, [
      administration.id,
      list,
    ])
    await execute(
      `insert into tenant.watch_list_entries (tenant_id, id, watch_list_id, kind, value, reason, from_edition)
       select ?::uuid, uuidv7(), ?::uuid, 'name', 'LISTED PARTY ' || n, 'bench', 1 from generate_series(1, ?::int) n`,
      [administration.id, list, entries]
    )
    return work(live, list)
  })
}

/** One change through the action that an officer's click calls; says whether an engine knows it. */
export interface Change {
  readonly kind: string
  /** Everything an author does before; then the change itself, which ends with the commit. */
  prepare(): Promise<void>
  make(): Promise<void>
  isKnownTo(engine: Engine): boolean
}

const officer = randomUUID()

/** Live revision of a profile in an engine, whether it stands in the base or beside it. */
const standing = ({ profiles: { base, changes } }: Engine, profile: string): string | null => {
  const changed = changes.get(profile)
  if (changed !== undefined) return changed?.id ?? null
  const place = base.places.get(profile)
  return place === undefined ? null : base.revisions[place]!.id
}

export const publication = (profile: string, document: ProfileDocument): Change => {
  const revision = uuidv7()
  let number = 0
  return {
    kind: 'revision published',
    prepare: async () => {
      const last = await firstRow<{ number: number }>(
        `select max(revision) as number from tenant.profile_revisions where profile_id = ?`,
        [profile]
      )
      number = last!.number + 1
      await execute(
        `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash) values (?, ?, ?, ?, ?::jsonb, ?)`,
        [
          tenancy.current().administration.id,
          revision,
          profile,
          number,
          JSON.stringify(document),
          documentHash(document),
        ]
      )
    },
    make: async () => {
      const done = await publishProfile(profile, { number, document, documentHash: documentHash(document) }, officer)
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    },
    isKnownTo: (engine) => standing(engine, profile) === revision,
  }
}

export const retirement = (profile: string): Change => ({
  kind: 'profile retired',
  prepare: async () => {},
  make: async () => {
    const head = await firstRow<{ live_revision: number; name: string; threat: string }>(
      `select live_revision, name, threat from tenant.profiles where id = ?`,
      [profile]
    )
    const done = await retireProfile({
      ...head,
      id: profile,
      state: 'live',
      liveRevision: head!.live_revision,
    } as never)
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  },
  isKnownTo: (engine) => standing(engine, profile) === null,
})

export const listing = (list: string, value: string): Change => {
  let edition = 0
  return {
    kind: 'entry listed',
    prepare: async () => {
      edition = (await firstRow<{ edition: number }>(`select edition from tenant.watch_lists where id = ?`, [list]))!
        .edition
    },
    make: async () => {
      const entry = { kind: 'name' as const, value, reason: 'bench', validFrom: null, validUntil: null }
      const done = await addWatchListEntry({ id: list, edition }, entry, null)
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    },
    isKnownTo: (engine) => (engine.versions.watchLists['BENCH'] ?? 0) > edition,
  }
}
