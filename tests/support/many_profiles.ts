import type { ProfileRevision } from '#core/profiles/document'
import { documentHash } from '#app/targeting/document_hash'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

const PORTION = 5000

/** Puts profiles live in the current administration, as if each had been written and published; returns their ids. */
export async function putLive(profiles: readonly Pick<ProfileRevision, 'document'>[]): Promise<string[]> {
  const tenant = tenancy.current().administration.id
  const made = profiles.map(({ document }) => ({
    id: uuidv7(),
    revision: uuidv7(),
    threat: document.threat,
    document,
    hash: documentHash(document),
  }))
  for (let from = 0; from < made.length; from += PORTION)
    await unitOfWork(() => put(tenant, JSON.stringify(made.slice(from, from + PORTION))))
  return made.map(({ id }) => id)
}

/** Both in one unit, as everywhere: a live profile without its revision is never seen. */
async function put(tenant: string, portion: string): Promise<void> {
  await execute(
    `insert into tenant.profiles (tenant_id, id, code, name, threat, state, live_revision)
       select ?::uuid, id, 'p_' || id, 'Profile ' || id, threat, 'live', 1 from jsonb_to_recordset(?::jsonb) as r (id uuid, threat text)`,
    [tenant, portion]
  )
  await execute(
    `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, published_at)
       select ?::uuid, revision, id, 1, document, hash, now()
         from jsonb_to_recordset(?::jsonb) as r (id uuid, revision uuid, document jsonb, hash text)`,
    [tenant, portion]
  )
}
