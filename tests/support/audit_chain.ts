import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import app from '@adonisjs/core/services/app'
import { AnchorChain, type Signers } from '#platform/audit/anchors/anchor_chain'
import { auditSigners } from '#platform/audit/keys'
import { recordAction } from '#platform/audit/record'
import { sealBacklog } from '#platform/audit/sealer'
import { exportChain } from '#platform/audit/verify/export_chain'
import env from '#start/env'
import { connectedAs, enter } from './database_roles.js'
import type { Place } from './world.js'

export interface Fault {
  seq: number
  because: string
}

export interface Verdict {
  entries: number
  lastSeq: number
  waiting: number
  fingerprint: string
  faults: Fault[]
}

const TABLES = ['audit_entries', 'audit_seals'] as const
type Copy = Record<(typeof TABLES)[number], string>

/** The audit of one place, and what somebody who owns the database can do to it. */
export class AuditChain {
  readonly #anchors: AnchorChain
  readonly anchorFile: string

  constructor(
    readonly place: Place,
    signers: Signers = auditSigners()!,
    clock: () => number = Date.now
  ) {
    this.#anchors = new AnchorChain(place.administration, signers, clock)
    this.anchorFile = join(env.get('LANDFALL_STORAGE_DIR'), 'audit', `${place.administration.code}.jsonl`)
  }

  /** So many actions of officers, sealed and anchored. */
  async write(count: number): Promise<void> {
    await this.act(count)
    await this.seal()
  }

  async act(count: number): Promise<void> {
    await this.place.run(async () => {
      for (let n = 0; n < count; n++)
        await recordAction({
          action: 'consignment.opened',
          subject: { kind: 'consignment', id: randomUUID() },
          data: { revision: n },
        })
    }, 'analyst')
  }

  /** As the sealer does: what is there is held against the anchors before anything is added. */
  async seal(): Promise<string> {
    await this.#anchors.anchor()
    await sealBacklog(this.place.administration)
    return this.#anchors.anchor()
  }

  anchor(): Promise<string> {
    return this.#anchors.anchor()
  }

  /** What the stand-alone verifier says of an export written now: another process, and the file of anchors. */
  async verdict(...options: string[]): Promise<Verdict> {
    const parts: string[] = []
    const mark = { madeAt: new Date(), by: { kind: 'system', id: 'test', name: null }, request: 'test', filter: {} }
    await this.place.run(async () => {
      for await (const text of exportChain(this.place.administration, mark, null)) parts.push(text)
    })
    return this.verdictOn(parts.join(''), ...options)
  }

  /** The same of an export in hand. */
  async verdictOn(text: string, ...options: string[]): Promise<Verdict> {
    const directory = await mkdtemp(join(tmpdir(), 'audit-'))
    const file = join(directory, 'export.jsonl')
    const anchors = join(directory, 'anchors.jsonl')
    await copyFile(this.anchorFile, anchors)
    await writeFile(file, text)
    const run = spawnSync(
      process.execPath,
      [app.makePath('bin/verify-audit.mjs'), file, '--anchors', anchors, '--json', ...options],
      { encoding: 'utf8' }
    )
    if (run.status === 2 || run.stdout === '') throw new Error(run.stderr)
    return JSON.parse(run.stdout) as Verdict
  }

  /** As who owns the tables, with every trigger taken off: what a superuser can do to rows. */
  tamper<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return connectedAs('owner', async (client) => {
      await enter(client, this.place.administration.id)
      await client.query('begin')
      for (const table of TABLES) await client.query(`alter table tenant.${table} disable trigger user`)
      const done = await work(client)
      for (const table of TABLES) await client.query(`alter table tenant.${table} enable trigger user`)
      await client.query('commit')
      return done
    })
  }

  copy(): Promise<Copy> {
    return this.tamper(async (client) => {
      const copied = {} as Copy
      for (const table of TABLES) {
        const { rows } = await client.query<{ all: string }>(`select json_agg(t)::text as all from tenant.${table} t`)
        copied[table] = rows[0]!.all
      }
      return copied
    })
  }

  /** Puts an older copy in the place of what is there, as a restore does. */
  restore(copy: Copy): Promise<void> {
    return this.tamper(async (client) => {
      for (const table of TABLES) {
        await client.query(`delete from tenant.${table}`)
        await client.query(
          `insert into tenant.${table} select * from json_populate_recordset(null::tenant.${table}, $1)`,
          [copy[table]]
        )
      }
    })
  }
}
