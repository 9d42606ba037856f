import { rows } from '#platform/tenancy/database'

export interface RunRow {
  id: string
  startedAt: Date
  finishedAt: Date | null
  dryRun: boolean
  masked: number
  deleted: number
  keys: number
  held: number
  kept: number
}

/** The last runs, newest first; at most thirty. */
export const listRuns = () =>
  rows<RunRow>(
    `select r.id, r.started_at as "startedAt", r.finished_at as "finishedAt", r.dry_run as "dryRun",
       coalesce(sum(s.done) filter (where s.step = 'mask'), 0)::int as masked, coalesce(sum(s.done) filter (where s.step = 'delete'), 0)::int as deleted,
       coalesce(sum(s.done) filter (where s.step = 'key'), 0)::int as keys, coalesce(sum(s.held), 0)::int as held, coalesce(sum(s.kept), 0)::int as kept
       from (select * from tenant.retention_runs order by started_at desc, id limit 30) r left join tenant.retention_run_steps s on s.run_id = r.id
      group by r.id, r.started_at, r.finished_at, r.dry_run order by r.started_at desc, r.id`
  )
