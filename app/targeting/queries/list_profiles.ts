import { rows } from '#platform/tenancy/database'

export interface ProfileRow {
  id: string
  name: string
  threat: string
  liveRevision: number | null
  draftRevision: number | null
  conditions: number
  author: string | null
  changedAt: Date
  /** Open alerts of the last 7 days that it gave a reason for. */
  alerts: number
}

/** Profiles by name; at most 500. A retired one without a draft has neither a live nor a draft revision. */
export async function listProfiles(): Promise<ProfileRow[]> {
  return rows<ProfileRow>(
    `with cited as (
       select p.profile, count(distinct a.id)::int as alerts
         from tenant.alerts a
         join tenant.assessments w on w.tenant_id = a.tenant_id and w.id = a.assessment_id
        cross join lateral unnest(w.cited_profiles) as p (profile)
        where a.state in ('new', 'claimed') and a.raised_at > now() - interval '7 days'
        group by 1
     )
     select p.id, p.name, p.threat, o.name as author, coalesce(c.alerts, 0) as alerts,
            case when p.state = 'live' then p.live_revision end as "liveRevision",
            case when r.published_at is null then r.revision end as "draftRevision",
            jsonb_array_length(r.document -> 'all') + jsonb_array_length(r.document -> 'any') + jsonb_array_length(r.document -> 'adds') as conditions,
            greatest(r.created_at, r.published_at) as "changedAt"
       from tenant.profiles p
      cross join lateral (
         select * from tenant.profile_revisions r where r.tenant_id = p.tenant_id and r.profile_id = p.id order by r.revision desc limit 1
       ) r
       left join tenant.officers o on o.tenant_id = r.tenant_id and o.id = r.created_by
       left join cited c on c.profile = p.id
      order by p.name, p.id limit 500`
  )
}
