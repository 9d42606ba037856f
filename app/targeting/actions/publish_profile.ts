import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { conflict, type AuthoringFailure } from '../authoring_failure.js'
import { documentHash } from '../document_hash.js'
import type { RevisionRow } from '../queries/get_profile.js'
import { pluginsOf } from '../indicator_registries.js'
import { indicatorsOf } from '../queries/live_profiles_using.js'
import { REASSESSING, requestReassessment } from './request_reassessment.js'

/**
 * Makes a draft the live revision. The row is written only while it is the newest, unpublished, by
 * another person and byte for byte what was authorised; open cargo is weighed again.
 */
export async function publishProfile(
  profileId: string,
  revision: Pick<RevisionRow, 'number' | 'document' | 'documentHash'>,
  officerId: string
): Promise<Result<null, AuthoringFailure>> {
  return unitOfWork(async () => {
    await firstRow(`select id from tenant.profiles where id = ? for update`, [profileId])
    if (!(await areEnabled(pluginsOf(indicatorsOf(revision.document))))) return err(conflict('authoring.plugin_gone'))
    const published = await execute(
      `update tenant.profile_revisions r set published_by = ?, published_at = now()
        where r.profile_id = ? and r.revision = ? and r.document_hash = ? and r.published_at is null
          and not exists (
            select 1 from tenant.officers a join tenant.officers o
                on o.tenant_id = a.tenant_id and coalesce(o.same_person_as, o.id) = coalesce(a.same_person_as, a.id)
             where a.id = r.created_by and o.id = ?)
          and not exists (select 1 from tenant.profile_revisions n where n.profile_id = r.profile_id and n.revision > r.revision)`,
      [officerId, profileId, revision.number, documentHash(revision.document), officerId]
    )
    if (published === 0) return err(conflict('authoring.profile_changed'))
    await execute(`update tenant.profiles set state = 'live', live_revision = ?, threat = ? where id = ?`, [
      revision.number,
      revision.document.threat,
      profileId,
    ])
    await recordAction({
      action: 'profile.published',
      subject: { kind: 'profile', id: profileId },
      data: { revision: revision.number, document: documentHash(revision.document) },
    })
    await requestReassessment('profile_published')
    return ok(null)
  }, REASSESSING)
}

/** Holds the rows of the plugins until the unit ends: nobody disables one while a profile that needs it goes live. */
async function areEnabled(plugins: readonly string[]): Promise<boolean> {
  if (plugins.length === 0) return true
  const found = await rows<{ state: string }>(
    `select state from tenant.plugin_installations where plugin_id = any (?::text[]) for share`,
    [plugins]
  )
  return found.filter(({ state }) => state === 'enabled').length === plugins.length
}
