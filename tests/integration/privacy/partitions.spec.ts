import { randomBytes } from 'node:crypto'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { changePolicy } from '#app/privacy/actions/change_policy'
import { liftHold, setHold } from '#app/privacy/actions/legal_holds'
import { monthBounds, partition } from '#database/rls'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { enterSecondDatabase, type SecondDatabase } from '#tests/support/second_database'
import { makePlace, type Place } from '#tests/support/world'

/** Twelve years ago: behind the ten years of the default, before the thirteen of the law below. */
const YEAR = new Date().getUTCFullYear() - 12
const SUFFIX = `${YEAR}_03`
const OLD = ['assessments', 'audit_entries', 'consignment_revisions', 'problems']

/** As the months were made when they lay ahead. */
async function agedMonths(): Promise<void> {
  const owner = db.connection('owner_second')
  for (const table of OLD)
    for (const statement of partition(table, SUFFIX, monthBounds(YEAR, 2))) await owner.rawQuery(statement)
}

const leavesOf = async (suffix: string): Promise<string[]> => {
  const found: { rows: { name: string }[] } = await db
    .connection('owner_second')
    .rawQuery(`select relname as name from pg_catalog.pg_class where relispartition and relname like ? order by 1`, [
      `%\\_${suffix}`,
    ])
  return found.rows.map(({ name }) => name)
}

const maintain = async () => (await ace.exec('partitions:maintain', [])).exitCode ?? 0

/** A problem that was read in that month; its id says when. */
async function oldProblem(place: Place): Promise<string> {
  const milliseconds = Date.UTC(YEAR, 2, 9).toString(16).padStart(12, '0')
  const id = `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-${randomBytes(6).toString('hex')}`
  const [tenant, message] = [place.administration.id, uuidv7()]
  await place.run(async () => {
    await execute(
      `insert into tenant.received_messages (tenant_id, id, receipt, channel, filed_at, filed_at_given, blob, size_bytes, sha256)
       values (?, ?, 'R', 'console', now(), false, 'x', 1, 'x')`,
      [tenant, message]
    )
    await execute(
      `insert into tenant.problems (tenant_id, id, received_message_id, code, severity) values (?, ?, ?, 'old', 'warning')`,
      [tenant, id, message]
    )
  })
  return id
}

test.group('Partitions', (group) => {
  let second: SecondDatabase
  group.setup(async () => {
    second = await enterSecondDatabase()
    return () => second.leave()
  })
  const inSecond = () => makePlace({ placement: second.placement })

  test('months that nobody needs are dropped, months that one administration needs are not, and the audit never', async ({
    assert,
  }) => {
    const [short, long] = [await inSecond(), await inSecond()]
    await agedMonths()
    const rowOf = (place: Place, id: string) =>
      place.run(() => firstRow(`select 1 from tenant.problems where id = ?`, [id]))
    const [mine, theirs] = [await oldProblem(short), await oldProblem(long)]
    const keep = (deleteAfterDays: number, base: number) =>
      long.run(async () => {
        for (const each of ['raw_messages', 'consignments', 'assessments', 'refused_messages']) {
          const maskAfterDays = each === 'refused_messages' ? null : 300
          const wanted = { class: each, deleteAfterDays, maskAfterDays, reason: 'Customs Act section 7', base }
          const changed = await changePolicy(wanted, long.officers.privacy_officer!.id)
          if (!changed.ok) throw new Error(`${each}: ${JSON.stringify(changed.error)}`)
        }
      })
    const before = await leavesOf(SUFFIX)
    assert.sameMembers(
      before,
      OLD.map((table) => `${table}_${SUFFIX}`)
    )

    await keep(13 * 366, 0)
    assert.equal(await maintain(), 0)
    assert.deepEqual(await leavesOf(SUFFIX), before, 'a longer policy of one keeps the month of all')
    assert.isNotNull(await rowOf(long, theirs))

    await keep(3000, 1)
    const [setter, lifter] = [long.officers.privacy_officer!.id, long.officers.auditor!.id]
    const hold = await long.run(() =>
      setHold(
        {
          scope: 'party',
          subjectId: null,
          partyKey: 'name:SOMEBODY',
          from: null,
          until: null,
          reason: 'a court asked for it',
          authority: 'Court of Example',
        },
        setter
      )
    )
    if (!hold.ok) throw new Error('no hold')
    assert.equal(await maintain(), 0)
    assert.deepEqual(await leavesOf(SUFFIX), before, 'so does a hold')

    await long.run(() => liftHold(hold.value, 'over', lifter))
    assert.equal(await maintain(), 0)
    assert.deepEqual(await leavesOf(SUFFIX), [`audit_entries_${SUFFIX}`])
    assert.isNull(await rowOf(short, mine))
    assert.isNull(await rowOf(long, theirs))
  }).timeout(60_000)

  test('the months ahead are made', async ({ assert }) => {
    const now = new Date()
    const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7)
    const suffix = next.replace('-', '_')
    const made = await leavesOf(suffix)
    const leaves = OLD.map((table) => `${table}_${suffix}`)
    assert.includeMembers(made, leaves)
    for (const leaf of leaves) await db.connection('owner_second').rawQuery('drop table tenant.??', [leaf])
    assert.equal(await maintain(), 0)
    assert.deepEqual(await leavesOf(suffix), made)
  }).timeout(60_000)
})
