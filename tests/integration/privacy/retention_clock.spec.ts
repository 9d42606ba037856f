import { test } from '@japa/runner'
import { changePolicy } from '#app/privacy/actions/change_policy'
import { liftHold, setHold } from '#app/privacy/actions/legal_holds'
import { runRetention, type StepResult } from '#app/privacy/actions/run_retention'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { bytesRefusal, fileCargo, inputsOf, tablesWith } from '#tests/support/privacy'
import { makePlace, type Place } from '#tests/support/world'

const DAY = 86_400_000
const START = Date.now()
const after = (days: number) => new Date(START + days * DAY)
const run = (place: Place, days: number, dryRun = false) => place.run(() => runRetention(after(days), { dryRun }))
const of = (results: readonly StepResult[], code: string, step: string) =>
  results.find((each) => each.class === code && each.step === step)
const countOf = (place: Place, sql: string) => place.run(async () => (await firstRow<{ count: number }>(sql))!.count)
const consignmentsOf = (place: Place) => countOf(place, `select count(*)::int as count from tenant.consignments`)
const hold = (scope: 'consignment' | 'party', subject: string) => ({
  scope,
  subjectId: scope === 'consignment' ? subject : null,
  partyKey: scope === 'party' ? subject : null,
  from: null,
  until: null,
  reason: 'a court asked for it',
  authority: 'Court of Example',
})

test.group('Retention clock', () => {
  test('bytes, names, inputs, rows and keys go when their time has come, and the neighbour keeps all', async ({
    assert,
  }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    const cargo = await fileCargo(place, 'OLDTIME')
    const theirs = await fileCargo(neighbour, 'OLDTIME')
    const whole = await tablesWith(place, 'OLDTIME')
    assert.includeMembers(whole, ['consignments', 'consignment_revisions', 'consignment_history'])

    assert.equal(of(await run(place, 700), 'raw_messages', 'mask')?.done, 0, 'nothing is due yet')
    assert.isNull(await bytesRefusal(place, cargo.blob))

    const twoYears = await run(place, 731)
    assert.equal(of(twoYears, 'raw_messages', 'mask')?.done, 1)
    assert.equal(await bytesRefusal(place, cargo.blob), 'E_BLOB_MISSING')
    assert.equal(of(twoYears, 'party_keys', 'delete')?.done, 3)
    assert.equal(await consignmentsOf(place), 3, 'the cargo itself stays')
    const log = (await (await place.as('analyst')).page(`${place.path}/messages/${cargo.message}`)).json.props
    assert.deepInclude(log.raw, { kept: false, erased: { at: after(731).toISOString(), rule: 'retention' } })
    assert.isFalse(log.may.download)
    const raw = await (await place.as('analyst')).get(`${place.path}/messages/${cargo.message}/raw`)
    assert.equal(raw.status, 303, 'a link to what is gone leads back, and is no failure')

    const fiveYears = await run(place, 1827)
    assert.equal(of(fiveYears, 'consignments', 'mask')?.done, 3)
    assert.equal(of(fiveYears, 'assessments', 'mask')?.done, 3)
    assert.deepEqual(await tablesWith(place, 'OLDTIME HOLDINGS'), [])
    assert.deepEqual((await inputsOf(place, cargo.first))?.erased, { at: after(1827), rule: 'retention' })
    const masked = await place.run(() =>
      rows<{ name: string }>(`select consignee_name as name from tenant.consignments where consignee_name is not null`)
    )
    for (const { name } of masked) assert.match(name, /^P-[0-9A-F]{12}$/)
    const page = await (await place.signIn('analyst')).page(`${place.path}/consignments/${cargo.first}`)
    assert.equal(page.status, 200)
    assert.equal(page.json.props.inputsErased.rule, 'retention')

    const keysBefore = await place.run(() =>
      rows(`select 1 from tenant.keys where class in ('raw', 'facts') and state = 'live'`)
    )
    assert.isAtMost(keysBefore.length, 1)
    await run(place, 1827 + 40)
    assert.deepEqual(
      await place.run(() =>
        rows(`select class from tenant.keys where class in ('raw', 'facts') and state <> 'destroyed'`)
      ),
      [],
      'the keys of the months are destroyed'
    )

    await run(place, 3652 + 40)
    assert.equal(await consignmentsOf(place), 0)
    for (const table of ['assessments', 'alerts', 'consignment_revisions', 'received_messages', 'manifests'])
      assert.equal(await countOf(place, COUNT[table]!), 0, table)

    assert.isNull(await bytesRefusal(neighbour, theirs.blob))
    assert.equal(await consignmentsOf(neighbour), 3)
    assert.sameMembers(await tablesWith(neighbour, 'OLDTIME'), whole)
    assert.isNull((await inputsOf(neighbour, theirs.first))?.erased ?? null)
  }).timeout(60_000)

  test('what is held is left, until a second person lifts the hold', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'HELDBACK')
    const [setter, lifter] = [place.officers.privacy_officer!.id, place.officers.auditor!.id]
    const set = await place.run(() => setHold(hold('consignment', cargo.first), setter), 'privacy_officer')
    if (!set.ok) throw new Error('not set')
    for (const days of [731, 1827, 3652 + 40]) await run(place, days)
    assert.isNull(await bytesRefusal(place, cargo.blob), 'the message behind it is held with it')
    assert.equal(await consignmentsOf(place), 1)
    assert.isNull((await inputsOf(place, cargo.first))?.erased ?? null)
    assert.include(await tablesWith(place, 'HELDBACK HOLDINGS'), 'consignments')
    const refused = await place.run(() =>
      execute(`delete from tenant.consignments where id = ?`, [cargo.first]).then(
        () => null,
        (error: { code?: string }) => error.code
      )
    )
    assert.oneOf(refused, ['LH001', '23503'], 'the database refuses by itself')

    const own = await place.run(() => liftHold(set.value, 'the case is over', setter), 'privacy_officer')
    assert.isFalse(own.ok)
    assert.isTrue((await place.run(() => liftHold(set.value, 'the case is over', lifter), 'auditor')).ok)
    await run(place, 3652 + 41)
    assert.equal(await consignmentsOf(place), 0)
    assert.deepEqual(await tablesWith(place, 'HELDBACK HOLDINGS'), [])
  }).timeout(60_000)

  test('a hold of a party keeps every consignment of it', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'PARTYHOLD')
    await place.run(() => setHold(hold('party', 'name:SAME NAME'), place.officers.privacy_officer!.id))
    const results = await run(place, 1827)
    const key = await place.run(() =>
      firstRow<{ key: string }>(
        `select consignee_key as key from tenant.consignment_history where consignment_id = ?`,
        [cargo.second]
      )
    )
    assert.match(key?.key ?? '', /^name:SAME NAME@/)
    assert.equal(of(results, 'consignments', 'mask')?.held, 1)
    assert.include(await tablesWith(place, 'SAME NAME LTD'), 'consignments')
    assert.deepEqual(await tablesWith(place, 'PARTYHOLD HOLDINGS'), [])
  }).timeout(60_000)

  test('a dry run counts the same and touches nothing; runs leave a log and an audit entry', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'DRYRUN')
    const dry = await run(place, 1827, true)
    assert.isNull(await bytesRefusal(place, cargo.blob))
    assert.include(await tablesWith(place, 'DRYRUN HOLDINGS'), 'consignments')
    const real = await run(place, 1827)
    for (const [code, step] of [
      ['raw_messages', 'mask'],
      ['consignments', 'mask'],
      ['assessments', 'mask'],
      ['party_keys', 'delete'],
    ])
      assert.equal(of(dry, code!, step!)?.done, of(real, code!, step!)?.done, code!)
    const log = await place.run(() =>
      rows<{ dry_run: boolean; done: number; digest: string }>(
        `select r.dry_run, s.done::int as done, s.digest from tenant.retention_runs r join tenant.retention_run_steps s on s.run_id = r.id
          where s.class = 'consignments' and s.step = 'mask' order by r.id`
      )
    )
    assert.deepEqual(
      log.map(({ dry_run: dry, done }) => [dry, done]),
      [
        [true, 3],
        [false, 3],
      ]
    )
    assert.match(log[1]!.digest, /^[0-9a-f]{64}$/)
    const audited = await place.run(() =>
      rows<{ data: Record<string, unknown> }>(
        `select data from tenant.audit_entries where action = 'retention.run' order by id`
      )
    )
    assert.lengthOf(audited, 2)
    assert.notInclude(JSON.stringify(audited), 'DRYRUN')
  }).timeout(60_000)

  test('an administration shortens as it likes, and names the law to keep longer', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'SHORTER')
    const officer = place.officers.privacy_officer!.id
    const change = (deleteAfterDays: number, maskAfterDays: number, reason: string, base: number) =>
      place.run(() => changePolicy({ class: 'raw_messages', deleteAfterDays, maskAfterDays, reason, base }, officer))
    assert.isFalse((await change(5000, 4000, '', 0)).ok, 'longer without a law')
    assert.isTrue((await change(400, 30, '', 0)).ok)
    assert.isFalse((await change(400, 20, '', 0)).ok, 'somebody was first')
    assert.isTrue((await change(5000, 4000, 'Customs Act section 7', 1)).ok)
    await run(place, 731)
    assert.isNull(await bytesRefusal(place, cargo.blob))
    assert.isTrue((await change(400, 30, '', 2)).ok)
    await run(place, 31)
    assert.equal(await bytesRefusal(place, cargo.blob), 'E_BLOB_MISSING')
  })

  test('the same bytes may come again after they were erased', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'AGAIN')
    await run(place, 731)
    const again = await fileCargo(place, 'AGAIN')
    assert.notEqual(again.message, cargo.message)
    assert.isNull(await bytesRefusal(place, again.blob))
  })

  test('nobody rewrites a revision or an assessment under another name', async ({ assert }) => {
    const place = await makePlace()
    await fileCargo(place, 'REWRITE')
    const codeOf = (sql: string) =>
      place.run(() =>
        execute(sql).then(
          () => null,
          (error: { code?: string }) => error.code
        )
      )
    assert.equal(await codeOf(`update tenant.consignment_revisions set document = '{}'`), 'LH002')
    assert.equal(await codeOf(`update tenant.assessments set result = '{}'`), 'LH002')
    assert.equal(await codeOf(`update tenant.assessments set erased_at = now(), facts = 'other'`), 'LH002')
  })
})

const COUNT: Readonly<Record<string, string>> = {
  assessments: `select count(*)::int as count from tenant.assessments`,
  alerts: `select count(*)::int as count from tenant.alerts`,
  consignment_revisions: `select count(*)::int as count from tenant.consignment_revisions`,
  received_messages: `select count(*)::int as count from tenant.received_messages`,
  manifests: `select count(*)::int as count from tenant.manifests`,
}
