import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { unitOfWork, execute, rows } from '#platform/tenancy/database'
import { signContext } from '#platform/tenancy/signed_checkout'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import { attempt, backendOf, connectedAs, enter, setContext } from '#tests/support/database_roles'
import { tablesOf } from '#tests/support/inventory'
import { count } from './tally.js'

const LOOK = 'select count(*)::int as seen from tenant.officers'

test.group('Isolation | signed context', () => {
  test('without a context no table shows a row', async ({ assert }) => {
    await collidingWorlds()
    await connectedAs('app', async (client) => {
      const tables = await tablesOf(client)
      for (const table of tables) {
        const { code, touched } = await attempt(client, `select 1 from tenant.${table} limit 1`)
        // What the app may not read at all shows no row either.
        assert.isTrue(touched === 0 && (code === null || code === '42501'), table)
      }
      count('tables without context', tables.length)
    })
  })

  test('a forged or borrowed signature is refused', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const [own, foreign] = [a.place.administration.id, b.place.administration.id]
    await connectedAs('app', async (client) => {
      const backend = await backendOf(client)
      const other = await connectedAs('app', backendOf)
      const signed = (text: string) =>
        createHmac('sha256', Buffer.from(env.get('LANDFALL_CONTEXT_KEY'), 'base64'))
          .update(text)
          .digest('hex')
      const forged: Record<string, string> = {
        nothing: '',
        'a guess': '0'.repeat(64),
        'the signature of the own administration': signContext(own, backend),
        'a signature for another backend': signContext(foreign, other),
        'another purpose': signed(`${foreign}:${backend}:support`),
        'no purpose': signed(`${foreign}:${backend}`),
        'another key': createHmac('sha256', 'guess').update(`${foreign}:${backend}:app`).digest('hex'),
        'the right one in capitals': signContext(foreign, backend).toUpperCase(),
      }
      for (const mac of Object.values(forged)) {
        await setContext(client, foreign, mac)
        await assert.rejects(() => client.query(LOOK), /tenant context refused/)
      }
      await setContext(client, foreign, signContext(foreign, backend))
      assert.isAbove((await client.query<{ seen: number }>(LOOK)).rows[0]!.seen, 0, 'the right signature opens')
      count('forged contexts', Object.keys(forged).length)
    })
  })

  test('set_config inside the pool does not walk into a neighbour', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const code = await a.place.run(() =>
      unitOfWork(async () => {
        await execute(`select set_config('app.tenant_id', ?, true)`, [b.place.administration.id])
        return rows(LOOK).then(
          () => null,
          (error: { code: string }) => error.code
        )
      }).catch((error: { code: string }) => error.code)
    )
    assert.equal(code, '28000')
  })

  test('the pool itself is closed outside an administration', ({ assert }) => {
    assert.throws(() => db.connection('app'), /outside an administration/)
    assert.throws(() => db.connection(), /outside an administration/)
  })

  test('concurrent work of two administrations never mixes', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const sides = Array.from({ length: 60 }, (_, turn) => (turn % 2 ? a : b))
    const seen = await Promise.all(
      sides.map((side) =>
        side.place.run(() => rows<{ tenant: string }>(`select distinct tenant_id as tenant from tenant.officers`))
      )
    )
    for (const [turn, found] of seen.entries())
      assert.deepEqual(found, [{ tenant: sides[turn]!.place.administration.id }])
  })

  test('a plan that a connection keeps answers for the administration of the work, before and after a switch', async ({
    assert,
  }) => {
    const { a, b } = await collidingWorlds()
    for (const { place } of [a, b, a, b]) {
      // Six times: from then on one plan may serve every question.
      for (let asked = 0; asked < 7; asked++) {
        const found = await place.run(() =>
          unitOfWork(() => rows<{ tenant: string }>(`select distinct tenant_id as tenant from tenant.officers`), {
            planned: true,
          })
        )
        assert.deepEqual(found, [{ tenant: place.administration.id }])
      }
    }
    count('kept plans across a switch', 4)
  })

  test('statistics of tenant tables are hidden', async ({ assert }) => {
    const { a } = await collidingWorlds()
    await connectedAs('app', async (client) => {
      await enter(client, a.place.administration.id)
      const { rows: found } = await client.query(
        `select tablename from pg_catalog.pg_stats where schemaname = 'tenant'`
      )
      assert.deepEqual(found, [])
    })
  })
})
