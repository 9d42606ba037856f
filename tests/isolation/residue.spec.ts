import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { connectionFor } from '#platform/database/connections'
import env from '#start/env'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import type { Place } from '#tests/support/world'

const POOL = 'app_one_connection'

/** What one administration could leave on a connection, and what the next one would see of it (T12). */
const RESIDUE: Record<string, { leave: string; see: string }> = {
  'a temporary table': {
    leave: 'create temporary table left_behind as select 1 as secret',
    see: `select relname from pg_catalog.pg_class where relpersistence = 't' and relname = 'left_behind'`,
  },
  'an open cursor': {
    leave: 'declare left_open cursor with hold for select 1',
    see: 'select name from pg_catalog.pg_cursors',
  },
  'an advisory lock': {
    leave: 'select pg_catalog.pg_advisory_lock(4711)',
    see: `select objid from pg_catalog.pg_locks where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()`,
  },
  'a prepared statement': {
    leave: 'prepare left_prepared as select 1',
    see: 'select name from pg_catalog.pg_prepared_statements where from_sql',
  },
  'a subscription': { leave: 'listen left_listening', see: 'select pg_catalog.pg_listening_channels()' },
  'a setting': {
    leave: `select pg_catalog.set_config('app.left', 'secret', false)`,
    see: `select 1 where coalesce(pg_catalog.current_setting('app.left', true), '') <> ''`,
  },
}

test.group('Isolation | connection reuse', (group) => {
  group.setup(() => {
    db.manager.add(POOL, connectionFor('app', env.get('LANDFALL_DB_APP_PASSWORD'), { max: 1 }))
    return () => db.manager.close(POOL, true)
  })

  const on = (place: Place, sql: string) =>
    place.run(async () => (await db.connection(POOL).rawQuery(sql)) as { rows: unknown[] })

  for (const [what, { leave, see }] of Object.entries(RESIDUE)) {
    test(`${what} does not reach the next administration`, async ({ assert }) => {
      const { a, b } = await collidingWorlds()
      const backend = (await on(a.place, 'select pg_catalog.pg_backend_pid() as pid')).rows
      await on(a.place, leave)
      assert.lengthOf((await on(a.place, see)).rows, 1, 'it was there')
      assert.deepEqual((await on(b.place, 'select pg_catalog.pg_backend_pid() as pid')).rows, backend)
      assert.deepEqual((await on(b.place, see)).rows, [])
    })
  }

  test('the role keeps its limits after the change', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const limits = `select pg_catalog.current_setting('statement_timeout') as statement, pg_catalog.current_setting('search_path') as path`
    const first = (await on(a.place, limits)).rows
    await on(a.place, `select pg_catalog.set_config('statement_timeout', '0', false)`)
    assert.deepEqual((await on(b.place, limits)).rows, first)
  })
})
