import type { ProfileDocument } from '#core/profiles/document'
import { firstRow, rows } from '#platform/tenancy/database'

export interface ProfileHead {
  id: string
  name: string
  threat: string
  state: 'draft' | 'live' | 'retired'
  /** Last published, also of a retired profile. */
  liveRevision: number | null
  newestRevision: number
}

export interface RevisionHead {
  number: number
  author: string | null
  createdAt: Date
  publishedAt: Date | null
}

export interface RevisionRow extends RevisionHead {
  authorId: string | null
  /** One for all accounts of the author. */
  authorPerson: string | null
  publishedBy: string | null
  note: string | null
  document: ProfileDocument
  documentHash: string
}

export async function getProfile(id: string): Promise<ProfileHead | null> {
  return firstRow<ProfileHead>(
    `select p.id, p.name, p.threat, p.state, p.live_revision as "liveRevision", max(r.revision) as "newestRevision"
       from tenant.profiles p
       join tenant.profile_revisions r on r.tenant_id = p.tenant_id and r.profile_id = p.id
      where p.id = ? group by p.tenant_id, p.id`,
    [id]
  )
}

export async function getProfileRevision(profileId: string, number: number): Promise<RevisionRow | null> {
  return firstRow<RevisionRow>(
    `select r.revision as number, r.created_by as "authorId", coalesce(a.same_person_as, a.id) as "authorPerson", a.name as author,
            r.created_at as "createdAt", b.name as "publishedBy", r.published_at as "publishedAt", r.note, r.document, r.document_hash as "documentHash"
       from tenant.profile_revisions r
       left join tenant.officers a on a.tenant_id = r.tenant_id and a.id = r.created_by
       left join tenant.officers b on b.tenant_id = r.tenant_id and b.id = r.published_by
      where r.profile_id = ? and r.revision = ?`,
    [profileId, number]
  )
}

/** Newest first; at most 200. */
export async function listProfileRevisions(profileId: string): Promise<RevisionHead[]> {
  return rows<RevisionHead>(
    `select r.revision as number, a.name as author, r.created_at as "createdAt", r.published_at as "publishedAt"
       from tenant.profile_revisions r
       left join tenant.officers a on a.tenant_id = r.tenant_id and a.id = r.created_by
      where r.profile_id = ? order by r.revision desc limit 200`,
    [profileId]
  )
}

/** Only the newest revision can be a draft: an older one that was never published was overtaken. */
export function revisionState(
  profile: ProfileHead,
  revision: Pick<RevisionHead, 'number' | 'publishedAt'>
): 'draft' | 'live' | 'retired' {
  if (profile.state === 'live' && revision.number === profile.liveRevision) return 'live'
  return revision.publishedAt === null && revision.number === profile.newestRevision ? 'draft' : 'retired'
}
