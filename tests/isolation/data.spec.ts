import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { test } from '@japa/runner'
import { collidingWorlds } from '#tests/support/colliding_worlds'
import { attempt, connectedAs, enter } from '#tests/support/database_roles'
import { columnsOf, foreignKeysOf, tablesOf, type Column, type ForeignKey } from '#tests/support/inventory'
import { count } from './tally.js'

const REFUSED = '42501'
const FOREIGN_KEY = '23503'

type Row = Record<string, unknown>

/** Rows as JSON documents, seen from inside an administration. */
async function documentsOf(tenant: string, tables: readonly string[]): Promise<Map<string, Row[]>> {
  return connectedAs('owner', async (client) => {
    await enter(client, tenant)
    const found = new Map<string, Row[]>()
    for (const table of tables) {
      const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from tenant.${table} t limit 2000`)
      found.set(
        table,
        rows.map(({ row }) => row)
      )
    }
    return found
  })
}

const insert = (table: string) =>
  `insert into tenant.${table} select * from jsonb_populate_record(null::tenant.${table}, $1)`

/** A value that no row has yet. */
const FRESH: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  integer: () => 900_001,
  bigint: () => 900_001,
  date: () => '2099-01-01',
}

/** A day of the week has seven values, a subject of workflows two: the rest of their keys is made new. */
const KEPT = new Set(['weekday', 'subject'])

/** The row with every key of its own made new, so that nothing but the attacked foreign key can refuse it. */
function freshened(row: Row, columns: readonly Column[], attacked: ForeignKey, bound: ReadonlySet<string>): Row {
  const own = columns.filter(
    ({ name, unique }) =>
      unique && name !== 'tenant_id' && !KEPT.has(name) && !attacked.columns.includes(name) && !bound.has(name)
  )
  return {
    ...row,
    ...Object.fromEntries(own.map(({ name, type }) => [name, FRESH[type]?.() ?? `x${randomUUID()}`])),
  }
}

test.group('Isolation | data', () => {
  test('of a neighbour nothing is read, changed, deleted or written, in any table', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const victim = b.place.administration.id
    const tables = await connectedAs('app', tablesOf)
    const foreign = await documentsOf(victim, tables)
    await connectedAs('app', async (client: pg.Client) => {
      await enter(client, a.place.administration.id)
      for (const table of tables) {
        const row = foreign.get(table)?.[0]
        assert.exists(row, `unattacked: tenant.${table} has no row of the neighbour`)
        const like = `%${b.canary}%`
        const seen = await attempt(
          client,
          `select to_jsonb(t)::text as row from tenant.${table} t where tenant_id = $1 or to_jsonb(t)::text like $2`,
          [victim, like]
        )
        // A table the app may not read at all (why orders were made) shows even less.
        assert.isTrue(seen.touched === 0 && (seen.code === null || seen.code === REFUSED), `select tenant.${table}`)
        for (const sql of [
          `update tenant.${table} set tenant_id = tenant_id where tenant_id = $1`,
          `delete from tenant.${table} where tenant_id = $1`,
        ]) {
          const { code, touched } = await attempt(client, sql, [victim])
          assert.isTrue(touched === 0 && (code === null || code === REFUSED), `${sql}: ${code} ${touched}`)
        }
        assert.equal(
          (await attempt(client, insert(table), [JSON.stringify(row)])).code,
          REFUSED,
          `insert into tenant.${table}`
        )
        assert.equal((await attempt(client, `truncate tenant.${table}`)).code, REFUSED, `truncate tenant.${table}`)
        assert.equal(
          (await attempt(client, `update tenant.${table} set tenant_id = $1`, [victim])).code,
          REFUSED,
          `gift to ${table}`
        )
      }
    })
    count('tables × 6 statements', tables.length)
  })

  test('no row hangs on a parent of a neighbour, by any foreign key', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const tables = await connectedAs('app', tablesOf)
    const [own, foreign] = [
      await documentsOf(a.place.administration.id, tables),
      await documentsOf(b.place.administration.id, tables),
    ]
    await connectedAs('app', async (client) => {
      await enter(client, a.place.administration.id)
      const keys = await foreignKeysOf(client)
      const columns = await columnsOf(client)
      for (const key of keys) {
        const filled = (row: Row) => key.columns.every((column) => row[column] !== null)
        const bound = new Set(keys.filter(({ table }) => table === key.table).flatMap((each) => each.columns))
        // Rows with few other bonds first: one that replaces another, or waits as the only one, is refused for that already.
        const bonds = (row: Row) => [...bound].filter((column) => row[column] !== null).length
        const mine = (own.get(key.table) ?? []).filter(filled).sort((x, y) => bonds(x) - bonds(y))
        const theirs = foreign.get(key.table)?.find(filled)
        assert.isTrue(
          mine.length > 0 && theirs !== undefined,
          `unattacked: ${key.table}.${key.name} has no row that uses it`
        )
        const of = columns.filter(({ table }) => table === key.table)
        const codes: (string | null)[] = []
        for (const each of mine.slice(0, 20)) {
          const row = freshened(each, of, key, bound)
          for (const column of key.columns) row[column] = theirs![column]
          codes.push((await attempt(client, insert(key.table), [JSON.stringify(row)])).code)
          if (codes.at(-1) === FOREIGN_KEY) break
        }
        assert.isFalse(codes.includes(null), `${key.table}.${key.name} took a neighbour's`)
        assert.include(codes, FOREIGN_KEY, `${key.table}.${key.name}`)
      }
      count('foreign keys', keys.length)
    })
  })

  test('the same natural keys live beside each other', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const { tables, columns } = await connectedAs('app', async (client) => ({
      tables: await tablesOf(client),
      columns: await columnsOf(client),
    }))
    const [own, foreign] = [
      await documentsOf(a.place.administration.id, tables),
      await documentsOf(b.place.administration.id, tables),
    ]
    let shared = 0
    for (const table of tables) {
      const natural = columns
        .filter((column) => column.table === table && column.unique && column.type !== 'uuid')
        .map(({ name }) => name)
      if (natural.length === 0 || natural.some((name) => ['kid', 'position', 'revision', 'edition'].includes(name)))
        continue
      const keysOf = (rows: readonly Row[]) =>
        new Set(rows.map((row) => natural.map((name) => String(row[name])).join(' ')))
      const both = [...keysOf(own.get(table)!)].filter((key) => keysOf(foreign.get(table)!).has(key))
      assert.isNotEmpty(both, `unattacked: no natural key of tenant.${table} is shared (${natural.join(', ')})`)
      shared += both.length
    }
    count('shared natural keys', shared)
  })
})
