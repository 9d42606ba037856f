import { rows } from '#platform/tenancy/database'

/** Officers of the administration, also former ones, by name: whose acts the audit can be asked for. */
export const listActors = (): Promise<{ id: string; name: string }[]> =>
  rows(`select id, name from tenant.officers order by lower(name), id limit 5000`)
