import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { test } from '@japa/runner'
import { canonicalOf, entryHash, type StoredEntry } from '#platform/audit/chain/canonical'
import { verifyChain } from '#platform/audit/verify/verify_chain'
import { AuditChain, type Fault } from '#tests/support/audit_chain'
import { makePlace } from '#tests/support/world'

const PLACES = [1, 2, 17, 50, 77, 100, 101, 150, 180, 199]
const ENTRIES = 200
/** The chain is anchored at each of these. */
const EVERY = 50

const entryAt = `(select entry_id from tenant.audit_seals where seq = $1)`
const EDITS = [
  `action = 'alert.released'`,
  `actor_id = '${randomUUID()}'`,
  `at = at - interval '1 microsecond'`,
  `data = '{"revision":-1}'`,
  `subject_id = '${randomUUID()}'`,
  `request = 'another'`,
  `session = 'another'`,
  `person = '${randomUUID()}'`,
  `class = 'C2'`,
  `actor_kind = 'system'`,
]

/** Numbers have to be free on the way. */
const shift = async (client: pg.Client, from: number, by: 1 | -1) => {
  await client.query(`update tenant.audit_seals set seq = seq + 1000000 where seq >= $1`, [from])
  await client.query(`update tenant.audit_seals set seq = seq - 1000000 + $1 where seq > 1000000`, [by])
}

const insertEntry = async (client: pg.Client) =>
  (
    await client.query<{ id: string }>(
      `insert into tenant.audit_entries select (json_populate_record(e, json_build_object('id', gen_random_uuid()))).*
         from tenant.audit_entries e limit 1 returning id`
    )
  ).rows[0]!.id

/** Kinds of tampering at a place, whose number must be named first. */
const KINDS: Record<string, { at: (client: pg.Client, seq: number, n: number) => Promise<unknown> }> = {
  edited: {
    at: (client, seq, n) => client.query(`update tenant.audit_entries set ${EDITS[n]} where id = ${entryAt}`, [seq]),
  },
  'deleted, its seal left': {
    at: (client, seq) => client.query(`delete from tenant.audit_entries where id = ${entryAt}`, [seq]),
  },
  'deleted with its seal': {
    at: async (client, seq) => {
      await client.query(`delete from tenant.audit_entries where id = ${entryAt}`, [seq])
      await client.query(`delete from tenant.audit_seals where seq = $1`, [seq])
    },
  },
  'deleted, the others numbered anew': {
    at: async (client, seq) => {
      await client.query(`delete from tenant.audit_entries where id = ${entryAt}`, [seq])
      await client.query(`delete from tenant.audit_seals where seq = $1`, [seq])
      await shift(client, seq + 1, -1)
    },
  },
  'swapped with the next': {
    at: async (client, seq) => {
      const move = (from: number, to: number) =>
        client.query(`update tenant.audit_seals set seq = $2 where seq = $1`, [from, to])
      await move(seq, 1_000_000)
      await move(seq + 1, seq)
      await move(1_000_000, seq + 1)
    },
  },
  'inserted before it': {
    at: async (client, seq) => {
      const entry = await insertEntry(client)
      await shift(client, seq, 1)
      await client.query(
        `insert into tenant.audit_seals (tenant_id, seq, entry_id, hash) select tenant_id, $1::bigint, $2::uuid, hash from tenant.audit_seals where seq = $1::bigint + 1`,
        [seq, entry]
      )
    },
  },
}

test.group('Integration | audit | tampering by the owner of the database', (group) => {
  let chain: AuditChain
  let whole: Awaited<ReturnType<AuditChain['copy']>>
  group.setup(async () => {
    chain = new AuditChain(await makePlace())
    await chain.seal()
    const { lastSeq } = await chain.verdict()
    await chain.write(EVERY - (lastSeq % EVERY))
    for (let written = EVERY; written < ENTRIES; written += EVERY) await chain.write(EVERY)
    whole = await chain.copy()
  })
  group.each.teardown(() => chain.restore(whole))

  /** Both verifiers, written independently, must name the same numbers for the same reasons. */
  const faults = async (): Promise<Fault[]> => {
    const { faults: alone } = await chain.verdict()
    const { faults: inside } = await chain.place.run(() => verifyChain(chain.place.administration))
    if (JSON.stringify(alone) !== JSON.stringify(inside))
      throw new Error(`the verifiers differ: ${JSON.stringify(alone)} and ${JSON.stringify(inside)}`)
    return alone
  }

  test('an untouched chain is whole, with the copy put back too', async ({ assert }) => {
    assert.deepEqual(await faults(), [])
    await chain.restore(whole)
    const { lastSeq, entries } = await chain.verdict()
    assert.deepEqual([lastSeq, entries], [ENTRIES, ENTRIES])
    assert.deepEqual(await faults(), [])
  })

  for (const [kind, { at }] of Object.entries(KINDS)) {
    test(`${kind}: named at each of ${PLACES.length} places`, async ({ assert }) => {
      for (const [n, seq] of PLACES.entries()) {
        await chain.tamper((client) => at(client, seq, n))
        const [first] = await faults()
        assert.equal(first?.seq, seq, `${kind} at ${seq}: ${JSON.stringify(first)}`)
        await chain.restore(whole)
      }
    }).timeout(120_000)
  }

  test('a chain that was written anew from a number on is refuted by the next anchor', async ({ assert }) => {
    for (const seq of [3, 60, 180]) {
      await chain.tamper((client) => rewrite(client, chain.place.administration.id, seq))
      const found = await faults()
      const next = Math.ceil(seq / EVERY) * EVERY
      assert.deepEqual(found[0], { seq: next, because: 'anchor_differs' })
      await chain.restore(whole)
    }
  }).timeout(60_000)

  test('an entry put in past the trigger is told', async ({ assert }) => {
    await chain.tamper(insertEntry)
    assert.deepEqual(await faults(), [{ seq: ENTRIES + 1, because: 'unchained' }])
  })

  test('cut by 1, by 100, and wholly: the anchors say how far it went', async ({ assert }) => {
    for (const cut of [1, 100, ENTRIES]) {
      await chain.tamper(async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `delete from tenant.audit_seals where seq > $1 returning entry_id as id`,
          [ENTRIES - cut]
        )
        await client.query(`delete from tenant.audit_entries where id = any ($1)`, [rows.map(({ id }) => id)])
      })
      assert.deepEqual((await faults()).at(-1), { seq: ENTRIES - cut + 1, because: 'cut_off' })
      await chain.restore(whole)
    }
  })
})

/** What an attacker who knows how the chain is made does after an edit: every hash from there on is right again. */
async function rewrite(client: pg.Client, tenant: string, from: number): Promise<void> {
  await client.query(`update tenant.audit_entries set actor_id = 'somebody-else' where id = ${entryAt}`, [from])
  const { rows } = await client.query<{ seq: number; hash: string } & StoredEntry>(
    `select s.seq::int as seq, s.hash, e.*, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from tenant.audit_seals s join tenant.audit_entries e on e.id = s.entry_id order by s.seq`
  )
  let prev = rows[from - 2]!.hash
  for (const row of rows.slice(from - 1)) {
    prev = entryHash(prev, canonicalOf(tenant, row.seq, row))
    await client.query(`update tenant.audit_seals set hash = $1 where seq = $2`, [prev, row.seq])
  }
}
