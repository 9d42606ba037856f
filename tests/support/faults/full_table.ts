import type { Witness } from '#tests/support/kills/witness'

/** A segment of the write-ahead log has this size: any less would stop the server, not a table. */
export const GROWS_TO = 16 * 1024 * 1024
/** Small, so that no chunk is cut off by its time limit: rows of a cut-off one become room at the next vacuum. */
const CHUNK = 1_000
const REFUSALS = 20

/** Rows of nobody, one chunk or one row at a time, in a table that the work under trial writes to first. */
const JUNK = {
  message_keys: `insert into tenant.message_keys (tenant_id, received_message_id, position, message_id)
    select tenant.current_tenant(), gen_random_uuid(), 0, gen_random_uuid() from generate_series(1, $COUNT)`,
  received_message_keys: `insert into tenant.received_message_keys (tenant_id, sha256, received_message_id)
    select tenant.current_tenant(), md5(gen_random_uuid()::text) || md5(gen_random_uuid()::text), gen_random_uuid()
      from generate_series(1, $COUNT)`,
} as const

/** Lets a table grow to the limit, has the limit set, and uses up what room its last pages have. */
export async function fill(witness: Witness, table: keyof typeof JUNK, setLimit: () => Promise<void>): Promise<void> {
  const insert = (count: number) => witness.rows(JUNK[table].replace('$COUNT', String(count)))
  const size = async () =>
    Number((await witness.rows<{ size: string }>(`select pg_relation_size('tenant.${table}') as size`))[0]!.size)
  while ((await size()) <= GROWS_TO) await insert(CHUNK)
  await setLimit()
  // One row at a time: a refused statement of several leaves rows behind that become room likewise.
  // A page of the index that cannot be split refuses a row too: only many refusals in a row mean that there is no room at all.
  for (let refusals = 0; refusals < REFUSALS;)
    refusals = (await witness.attempt(JUNK[table].replace('$COUNT', '1'))) === null ? 0 : refusals + 1
}
