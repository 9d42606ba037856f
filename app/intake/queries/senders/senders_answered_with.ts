import { rows } from '#platform/tenancy/database'

/** Senders that are answered with one of these, closed ones too: they may be opened again. By name. */
export const sendersAnsweredWith = (answers: readonly string[]): Promise<{ id: string; name: string }[]> =>
  rows(
    `select id, name from tenant.senders where string_to_array(answers, ' ') && ?::text[] order by name, id limit 1000`,
    [[...answers]]
  )
