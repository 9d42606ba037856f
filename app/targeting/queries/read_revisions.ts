import type { ReferenceListEdition } from '#core/indicators/reference_lists'
import type { ProfileRevision } from '#core/profiles/document'
import { rows } from '#platform/tenancy/database'
import { hashOfPage, type NamedRevision, type NamedRevisions, type ProfilePage } from '../engine/profile_names.js'

/** Revisions of profiles as they were weighed, under the names they have now. */
export const revisions = (ids: readonly string[]): Promise<ProfileRevision[]> =>
  rows<ProfileRevision>(
    `select r.id, p.id as profile, p.name, r.revision, r.document
       from tenant.profile_revisions r
       join tenant.profiles p on p.tenant_id = r.tenant_id and p.id = r.profile_id
      where r.id = any(?::uuid[]) order by p.code`,
    [ids]
  )

/** Editions of reference lists by code. */
export async function editions(wanted: Readonly<Record<string, number>>): Promise<Map<string, ReferenceListEdition>> {
  const found = await rows<ReferenceListEdition>(
    `select l.code, e.edition, e.rows
       from json_each_text(?::json) as w (code, edition)
       join tenant.reference_lists l on l.code = w.code
       join tenant.reference_list_editions e on e.tenant_id = l.tenant_id and e.list_id = l.id and e.edition = w.edition::int`,
    [JSON.stringify(wanted)]
  )
  return new Map(found.map((list) => [list.code, list]))
}

/** The revisions that versions name, and the pages among them that are no longer there or no longer what their hash says. */
export async function revisionsNamed(
  named: NamedRevisions
): Promise<{ revisions: readonly NamedRevision[]; goneOrAltered: readonly string[] }> {
  if (!('pages' in named)) return { revisions: named, goneOrAltered: [] }
  const found = await rows<{ hash: string; versions: ProfilePage }>(
    `select hash, versions from tenant.engine_versions where hash = any(?::text[])`,
    [named.pages]
  )
  const pages = new Map(
    found.filter((each) => hashOfPage(each.versions) === each.hash).map((each) => [each.hash, each])
  )
  return {
    revisions: named.pages.flatMap((hash) => pages.get(hash)?.versions.profiles ?? []),
    goneOrAltered: named.pages.filter((hash) => !pages.has(hash)),
  }
}
