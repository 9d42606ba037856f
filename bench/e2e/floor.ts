import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { mainDatabase } from '#platform/database/connections'
import { firstRow } from '#platform/tenancy/database'
import env from '#start/env'
import { cpuSeconds, cpuSince, perConsignment } from './cpu.js'

/** Bytes of the wide columns of a consignment as stored, on average. */
export interface Stored {
  document: number
  provenance: number
  facts: number
  result: number
}

export const storedBytes = async (): Promise<Stored> =>
  (await firstRow<Stored>(
    `select (select avg(pg_column_size(document))::int from (select document from tenant.consignment_revisions limit 2000) r) as document,
            (select avg(pg_column_size(provenance))::int from (select provenance from tenant.consignment_revisions limit 2000) r) as provenance,
            (select avg(pg_column_size(facts))::int from (select facts from tenant.assessments limit 2000) a) as facts,
            (select avg(pg_column_size(result))::int from (select result from tenant.assessments limit 2000) a) as result`
  ))!

export interface Floor {
  /** Rows a second. */
  rate: number
  /** CPU microseconds of Node and PostgreSQL a row. */
  cpu: number
}

/**
 * What it costs when nothing is done but inserting as many bytes, 500 rows a statement and a durable commit: no row-level
 * security, no keys of others, one index. What this machine and database give at most by one connection.
 */
export async function floor(stored: Stored, consignments: number, postmaster: number): Promise<Floor> {
  const client = new pg.Client({
    ...mainDatabase(),
    user: 'landfall_owner',
    password: env.get('LANDFALL_DB_OWNER_PASSWORD'),
  })
  await client.connect()
  try {
    await client.query(`create schema if not exists bench_floor`)
    await client.query(
      `create table if not exists bench_floor.consignments (id uuid primary key, document text, provenance bytea, facts bytea, result bytea)`
    )
    const bytes = (each: number) => randomBytes(Math.max(1, each))
    const [document, provenance, facts, result] = [
      bytes(stored.document / 2).toString('hex'),
      bytes(stored.provenance),
      bytes(stored.facts),
      bytes(stored.result),
    ]
    const cpu = cpuSeconds(postmaster)
    const from = performance.now()
    for (let at = 0; at < consignments; at += 500)
      await client.query(
        `insert into bench_floor.consignments select uuidv7(), $1, $2, $3, $4 from generate_series(1, $5::int)`,
        [document, provenance, facts, result, Math.min(500, consignments - at)]
      )
    const rate = consignments / ((performance.now() - from) / 1000)
    return { rate, cpu: perConsignment(cpuSince(cpu, postmaster), consignments) }
  } finally {
    await client.query(`drop schema bench_floor cascade`).catch(() => {})
    await client.end()
  }
}
