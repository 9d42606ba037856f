import type pg from 'pg'
import { test } from '@japa/runner'
import type { DatabaseRole } from '#platform/database/connections'
import { ring } from '#platform/queue/doorbell'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import { attempt, connectedAs, DATABASE_ROLES, enter } from '#tests/support/database_roles'
import { relationsOf } from '#tests/support/inventory'
import { count } from './tally.js'

const RUNTIME: readonly DatabaseRole[] = DATABASE_ROLES.filter((role) => role !== 'owner')

/** What each runtime role may read outside `tenant` and `reference`; everything else is denied. */
const READS: Record<string, readonly string[]> = {
  app: ['control.audit_queue', 'control.doorbells', 'control.health'],
  auth: [
    'control.administrations',
    'control.api_token_directory',
    'control.ended_sessions',
    'control.operator_passkeys',
    'control.operator_recovery_codes',
    'control.operator_totp',
    'control.operators',
    'control.rate_limits',
    'control.sessions',
  ],
  control: [
    'control.administrations',
    'control.api_token_directory',
    'control.audit_entries',
    'control.audit_queue',
    'control.audit_seals',
    'control.doorbells',
    'control.health',
    'control.operator_passkeys',
    'control.operator_recovery_codes',
    'control.operator_totp',
    'control.operators',
    'control.sessions',
  ],
  queue: ['control.audit_queue', 'control.doorbells', 'control.health'],
  sealer: ['control.audit_entries', 'control.audit_queue', 'control.audit_seals'],
}

/** What the sealer of the audit reads of an administration, in its signed context only. */
const CHAINED = ['tenant.audit_entries', 'tenant.audit_seals']

const mayRead = async (client: pg.Client, relation: string) =>
  client.query(`select 1 from ${relation} limit 1`).then(
    () => true,
    (error: { code: string }) => {
      if (error.code !== '42501') throw error
      return false
    }
  )

async function othersThan(tenant: boolean): Promise<string[]> {
  return connectedAs('owner', async (client) => {
    if (tenant) return (await relationsOf(client)).map(({ name }) => `tenant.${name}`)
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('control', 'sec') and c.relkind in ('r', 'p', 'v') order by 1`
    )
    return rows.map(({ name }) => name)
  })
}

/** A definer function and how it is attacked; one without a recipe fails by its name. */
const DEFINERS: Record<string, (signature: { a: string; b: string; client: pg.Client }) => Promise<unknown[]>> = {
  'tenant.current_tenant()': async ({ client }) =>
    (await client.query('select tenant.current_tenant() as it')).rows.filter(({ it }) => it !== null),
  // Runs before any context exists, for the sign-in role only: exactly one address, never a pattern.
  'tenant.find_officer_for_sign_in(uuid,text)': async ({ client, a }) => {
    const found: unknown[] = []
    for (const email of ['%', '', '*', `' or true --`, 'nobody@example.test']) {
      found.push(...(await client.query('select * from tenant.find_officer_for_sign_in($1, $2)', [a, email])).rows)
    }
    return found
  },
  // Asked by the app for a neighbour's orders, without a context and inside its own administration, as anybody.
  'tenant.order_origins(uuid[],uuid)': async ({ client, a, b }) => {
    const { orders, officers } = await insideOf(b)
    const ask = async () =>
      (
        await client.query(
          'select g.* from unnest($2::uuid[]) as reader cross join lateral tenant.order_origins($1::uuid[], reader) g',
          [orders, [...officers, ...(await insideOf(a)).officers]]
        )
      ).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
  'tenant.draw_candidates(uuid)': async ({ client, a, b }) => {
    const { orders } = await insideOf(b)
    const ask = async () =>
      (
        await client.query('select c.* from unnest($1::uuid[]) o cross join lateral tenant.draw_candidates(o) c', [
          orders,
        ])
      ).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
  'tenant.baseline_orders(date,uuid)': async ({ client, a, b }) => {
    const { officers } = await insideOf(b)
    const ask = async () =>
      (
        await client.query(
          `select g.* from generate_series(date '2026-01-01', date '2026-01-31', '1 day') d, unnest($1::uuid[]) reader
             cross join lateral tenant.baseline_orders(d::date, reader) g`,
          [officers]
        )
      ).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
  'tenant.orders_of_case(uuid,uuid)': async ({ client, a, b }) => {
    const { cases, officers } = await insideOf(b)
    const ask = async () =>
      (
        await client.query(
          'select g.* from unnest($1::uuid[]) as studied, unnest($2::uuid[]) as reader cross join lateral tenant.orders_of_case(studied, reader) g',
          [cases, [...officers, ...(await insideOf(a)).officers]]
        )
      ).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
  'tenant.cases_of_orders(uuid[])': async ({ client, a, b }) => {
    const { orders } = await insideOf(b)
    const ask = async () => (await client.query('select * from tenant.cases_of_orders($1::uuid[])', [orders])).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
  'tenant.alerts_of_orders(uuid[])': async ({ client, a, b }) => {
    const { orders } = await insideOf(b)
    const ask = async () => (await client.query('select * from tenant.alerts_of_orders($1::uuid[])', [orders])).rows
    const before = await ask()
    await enter(client, a)
    return [...before, ...(await ask())]
  },
}

/** Orders and officers of an administration, as only its owner sees them. */
const insideOf = (tenant: string) =>
  connectedAs('owner', async (client) => {
    await enter(client, tenant)
    const ids = async (table: string) =>
      (await client.query<{ id: string }>(`select id from tenant.${table}`)).rows.map(({ id }) => id)
    return { orders: await ids('inspection_orders'), officers: await ids('officers'), cases: await ids('cases') }
  })

test.group('Isolation | database roles', () => {
  test('no role but the app reads a tenant relation, and the sealer the audit', async ({ assert }) => {
    await collidingWorlds()
    const relations = await othersThan(true)
    for (const role of RUNTIME.filter((each) => each !== 'app')) {
      await connectedAs(role, async (client) => {
        for (const relation of relations) {
          const readable = await mayRead(client, relation)
          assert.equal(readable, role === 'sealer' && CHAINED.includes(relation), `${role} reads ${relation}`)
        }
      })
    }
    count('role × relation', relations.length * (RUNTIME.length - 1))
  })

  test('each role reads of the control plane what it needs, and the keys nobody', async ({ assert }) => {
    const relations = (await othersThan(false)).filter(
      (name) => !name.includes('schema_migrations') || name.startsWith('sec')
    )
    for (const role of RUNTIME) {
      await connectedAs(role, async (client) => {
        const allowed: string[] = []
        for (const relation of relations) if (await mayRead(client, relation)) allowed.push(relation)
        assert.deepEqual(allowed, READS[role], role)
      })
    }
    count('role × relation', relations.length * RUNTIME.length)
  })

  test('the app role sees bells and health of its own administration only', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    for (const { place } of [a, b]) await place.run(() => ring('intake'))
    await connectedAs('app', async (client) => {
      for (const table of ['control.doorbells', 'control.health']) {
        assert.equal((await client.query(`select 1 from ${table}`)).rowCount, 0, `${table} without context`)
        await enter(client, a.place.administration.id)
        const { rows } = await client.query<{ id: string }>(`select distinct administration_id as id from ${table}`)
        assert.deepEqual(rows, [{ id: a.place.administration.id }])
        assert.equal(
          (await client.query(`delete from ${table} where administration_id = $1`, [b.place.administration.id]))
            .rowCount,
          0
        )
        await client.query(`select pg_catalog.set_config('app.tenant_id', '', false)`)
      }
    })
  })

  test('the sealer sees one administration at a time, writes seals and changes nothing', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const [mine, theirs] = [a.place.administration.id, b.place.administration.id]
    await connectedAs('sealer', async (client) => {
      const tables = [...CHAINED, 'control.audit_queue']
      for (const table of tables)
        assert.equal((await client.query(`select 1 from ${table}`)).rowCount, 0, `${table} without context`)
      await enter(client, mine)
      for (const table of CHAINED) {
        const { rows } = await client.query<{ id: string }>(`select distinct tenant_id as id from ${table}`)
        assert.deepEqual(rows, [{ id: mine }], table)
      }
      const seal = `insert into tenant.audit_seals (tenant_id, seq, entry_id, hash) values ($1, 900001, gen_random_uuid(), repeat('0', 64))`
      assert.equal((await attempt(client, seal, [theirs])).code, '42501', 'a seal in a neighbour')
      for (const change of [
        `update tenant.audit_seals set hash = repeat('0', 64)`,
        `delete from tenant.audit_seals`,
        `update tenant.audit_entries set action = 'x'`,
        `delete from tenant.audit_entries`,
        `insert into tenant.audit_entries select * from tenant.audit_entries`,
      ])
        assert.equal((await attempt(client, change)).code, '42501', change)
    })
    count('sealer × statement', 10)
  })

  test('no runtime role may take another role, or end another backend', async ({ assert }) => {
    for (const role of RUNTIME) {
      await connectedAs(role, async (client) => {
        for (const other of ['landfall_owner', 'landfall_definer', 'postgres']) {
          await assert.rejects(() => client.query(`set role ${other}`), /permission denied/)
        }
        await assert.rejects(() => client.query(`copy (select 1) to program 'true'`), /permission denied/)
        await assert.rejects(() => client.query(`select pg_catalog.pg_read_file('PG_VERSION')`), /permission denied/)
      })
    }
  })

  test('definer functions give nothing without a context and are closed to other roles', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const functions = await connectedAs('owner', async (client) => {
      const { rows } = await client.query<{ name: string; role: string | null }>(
        `select n.nspname || '.' || p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' as name, r.role
           from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
           cross join unnest(array['app', 'auth', 'queue', 'control', 'sealer']) as r (role)
          where p.prosecdef and n.nspname not in ('pg_catalog', 'ext') and has_function_privilege('landfall_' || r.role, p.oid, 'execute')`
      )
      return rows.map(({ name, role }) => ({ name: name.replaceAll(', ', ','), role: role as DatabaseRole }))
    })
    for (const { name, role } of functions) {
      const attack = DEFINERS[name]
      assert.exists(attack, `unattacked: ${name}`)
      await connectedAs(role, async (client) => {
        assert.deepEqual(
          await attack!({ client, a: a.place.administration.id, b: b.place.administration.id }),
          [],
          `${name} as ${role}`
        )
      })
    }
    assert.deepEqual(
      functions.filter(({ name }) => name.includes('find_officer')).map(({ role }) => role),
      ['auth']
    )
    count('definer function × role', functions.length)
  })
})
