import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import env from '#start/env'

/** Gives the database the key that signs tenant contexts; nobody but `current_tenant()` reads it. */
export async function loadContextKey(owner: QueryClientContract): Promise<void> {
  await owner.rawQuery(
    `insert into sec.context_keys (kid, key, live) values (1, decode(?, 'base64'), true)
     on conflict (kid) do update set key = excluded.key, live = true`,
    [env.get('LANDFALL_CONTEXT_KEY')]
  )
}
