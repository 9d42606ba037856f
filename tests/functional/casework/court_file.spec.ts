import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { addMember } from '#app/administration/actions/places/change_members'
import { createUnit } from '#app/administration/actions/places/create_unit'
import CourtFilesDrain from '#app/casework/court/jobs/court_files_drain'
import type { CourtContent } from '#app/casework/court/content'
import type { SectionChange } from '#app/casework/court/differences'
import { writeNote } from '#app/casework/cases/actions/write_note'
import { loadOfficer } from '#platform/access/officer'
import { setClock } from '#platform/identity/clock'
import { sealBacklog } from '#platform/audit/sealer'
import { execute } from '#platform/tenancy/database'
import { celebrationBytes, celebrationCase, versionOf, type CelebrationCase } from '#tests/support/celebration_case'
import { ask, file } from '#tests/support/intake'
import { enclosedIn } from '#tests/support/pdf_reader'

const MINUTE = 60_000
const WANTED = {
  locale: 'en',
  basis: 'criminal_procedure',
  reference: 'Dangerous Drugs Act, s. 22',
  purpose: 'prosecution',
  recipient: 'Director of Public Prosecutions',
  withNotes: true,
}

interface Row {
  id: string
  version: number | null
  state: string
  failure: string | null
  sha256: string
  content_sha256: string
  changes: SectionChange[]
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const filesOf = ({ place, id }: CelebrationCase) =>
  ask<Row>(place, `select * from tenant.court_files where case_id = '${id}' order by asked_at`)

async function askFor(study: CelebrationCase, role: string, more: Record<string, unknown> = {}) {
  return (await study.place.as(role)).post(`${study.path}/court-files`, { ...WANTED, ...more })
}

/** Asks, lets the worker make it, and opens it as who asked. */
async function made(study: CelebrationCase, role = 'supervisor', more: Record<string, unknown> = {}) {
  const asked = await askFor(study, role, more)
  if (asked.status !== 303) throw new Error(`${asked.status} ${asked.text}`)
  await study.place.run(() => new CourtFilesDrain().execute())
  const row = (await filesOf(study)).at(-1)!
  const answer = await (await study.place.as(role)).get(`${study.path}/court-files/${row.id}`)
  const content = (
    answer.status === 200 ? JSON.parse(enclosedIn(answer.bytes).toString()) : null
  ) as CourtContent | null
  return { row, answer, content: content! }
}

test.group('Court file of a case', (group) => {
  let study: CelebrationCase

  group.each.teardown(() => setClock(null))
  group.setup(async () => {
    study = await celebrationCase()
    await sealBacklog(study.place.administration)
  })

  test('is made by the worker and handed out as it was made; its foot names the hash of the enclosed data', async ({
    assert,
  }) => {
    const { row, answer, content } = await made(study)
    assert.deepEqual([row.state, row.version], ['made', 1])
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.match(answer.headers.get('content-disposition')!, /^attachment; filename="case-1-v1\.pdf"$/)
    assert.equal(answer.bytes.subarray(0, 5).toString(), '%PDF-')
    assert.equal(sha256(answer.bytes), row.sha256)
    assert.equal(sha256(enclosedIn(answer.bytes)), row.content_sha256)
    assert.deepInclude(content.version, { basis: 'criminal_procedure', purpose: 'prosecution', before: null })
    assert.deepEqual(content.leftOut, [])
  })

  test('points sum to the score, and each fact cuts its value out of the original message', async ({ assert }) => {
    const { content } = await made(study)
    assert.lengthOf(content.alerts, 1)
    const [alert] = content.alerts
    assert.equal(alert!.score, 163)
    assert.equal(
      alert!.reasons.reduce((sum, { counted }) => sum + counted, 0),
      163
    )
    for (const { profiles } of alert!.reasons) assert.isAbove(profiles.length, 0)
    const raw = Buffer.from(celebrationBytes('NRCL4471'))
    const [cargo] = content.consignments
    assert.equal(cargo!.message!.sha256, sha256(raw))
    const cut = (path: string) =>
      cargo!.facts
        .find((fact) => fact.path === path)!
        .where.map(({ offset, length }) => raw.subarray(offset, offset + length).toString())
    assert.deepEqual(cut('reference'), ['NRCL4471'])
    assert.deepEqual(cut('places.loading.code'), ['COCTG'])
    assert.deepEqual(cut('items.0.grossWeightKg'), ['14880'])
  })

  test('holds what was found, whose hands it went through, and who decided with whom', async ({ assert }) => {
    const { content } = await made(study)
    const [order] = content.orders
    assert.deepInclude(order!.findings[0], { what: 'narcotics', place: 'reefer_unit', quantity: '17.4', unit: 'kg' })
    assert.deepInclude(order!.outcomes[0], { result: 'resultant', enforcement: 'seizure' })
    assert.deepEqual(
      order!.exhibits[0]!.custody.map(({ reason, holder }) => [reason, holder]),
      [
        ['taken', 'inspector person'],
        ['laboratory', 'Government Chemist'],
      ]
    )
    assert.isNull(order!.exhibits[0]!.brokenAt)
    assert.lengthOf(order!.attachments, 1)
    assert.deepEqual(
      content.decisions.map(({ asked, decided }) => [asked!.by, decided.by]),
      [
        ['analyst person', 'supervisor person'],
        ['inspector person', 'supervisor person'],
        ['inspector person', 'supervisor person'],
      ]
    )
    assert.isAbove(content.trail.entries.filter(({ seq }) => seq !== null).length, 10)
    const seals = await ask<{ seq: number; hash: string }>(
      study.place,
      `select seq::int as seq, hash from tenant.audit_seals`
    )
    for (const { seq, hash } of content.trail.entries)
      if (seq !== null) assert.equal(seals.find((seal) => seal.seq === seq)?.hash, hash)
  })

  test('a later version says what was added, and nothing changes one that is made', async ({ assert }) => {
    const { row: first } = await made(study)
    await study.place.run(
      async () =>
        writeNote(study.id, 'The laboratory says 82 %.', [], (await loadOfficer(study.place.officers.analyst!.id))!),
      'analyst'
    )
    const { row, content } = await made(study)
    assert.equal(row.version, first.version! + 1)
    assert.deepEqual(
      row.changes.map(({ section, added, changed, gone }) => [section, added.length, changed.length, gone.length]),
      [['timeline', 1, 0, 0]]
    )
    assert.deepInclude(content.version.before, { number: first.version, sha256: first.sha256 })
    const change = (what: string) => () =>
      study.place.run(() => execute(`update tenant.court_files set ${what} where id = ?`, [first.id]))
    await assert.rejects(change(`state = 'waiting'`), /E_COURT_FILE_MADE/)
    await assert.rejects(change(`recipient = 'x y'`), /permission denied/)
  })

  test('without notes their text stays in the house', async ({ assert }) => {
    const { content } = await made(study, 'supervisor', { withNotes: false })
    assert.include(content.leftOut, 'notes')
    const notes = content.timeline.filter(({ kind }) => kind === 'noted')
    assert.isAbove(notes.length, 0)
    for (const { note } of notes) assert.isNull(note)
  })

  test('one is made at a time, under a basis and a reference', async ({ assert }) => {
    assert.equal((await askFor(study, 'supervisor')).status, 303)
    const second = await askFor(study, 'analyst')
    assert.deepEqual([second.status, second.json.message.key], [409, 'court.refused_waiting'])
    await study.place.run(() => new CourtFilesDrain().execute())
    for (const wrong of [{ basis: 'because' }, { reference: '' }, { purpose: '' }, { recipient: '' }, { locale: 'xx' }])
      assert.equal((await askFor(study, 'supervisor', wrong)).status, 422)
  })

  test('an investigator gets what an investigator may read, and is told what is left out', async ({ assert }) => {
    const { content, answer } = await made(study, 'investigator')
    assert.equal(answer.status, 200)
    assert.deepEqual(content.leftOut, ['alerts'])
    assert.deepEqual(content.alerts, [])
    assert.notInclude(enclosedIn(answer.bytes).toString(), '"alert_added"')
    const full = (await filesOf(study)).find(({ version }) => version === 1)!
    assert.equal((await (await study.place.as('investigator')).get(`${study.path}/court-files/${full.id}`)).status, 404)
    assert.equal((await (await study.place.as('analyst')).get(`${study.path}/court-files/${full.id}`)).status, 200)
  })

  test('who does not end cases neither asks nor opens, and a stale proof is not enough', async ({ assert }) => {
    const [first] = await filesOf(study)
    for (const role of ['inspector', 'manager', 'auditor', 'profile_author', 'administrator']) {
      assert.equal((await askFor(study, role)).status, 403, role)
      assert.equal((await (await study.place.as(role)).get(`${study.path}/court-files/${first!.id}`)).status, 403, role)
    }
    const visitor = await study.place.signIn('supervisor')
    setClock(() => Date.now() + 6 * MINUTE)
    const stale = await visitor.post(`${study.path}/court-files`, WANTED)
    assert.deepEqual([stale.status, stale.json.code], [403, 'E_NOT_FRESH'])
    const opened = await visitor.get(`${study.path}/court-files/${first!.id}`, { accept: 'text/html' })
    assert.equal(opened.status, 302)
    assert.include(decodeURIComponent(opened.location!), `return=${study.path}`)
  })

  test('who lost the right meanwhile gets none, and no number is used up', async ({ assert }) => {
    const before = (await filesOf(study)).reduce((most, { version }) => Math.max(most, version ?? 0), 0)
    await study.place.hire('leaver', 'analyst')
    assert.equal((await askFor(study, 'leaver')).status, 303)
    await study.place.run(() =>
      execute(`update tenant.officers set state = 'disabled' where id = ?`, [study.place.officers.leaver!.id])
    )
    await study.place.run(() => new CourtFilesDrain().execute())
    const failed = (await filesOf(study)).at(-1)!
    assert.deepEqual([failed.state, failed.failure, failed.version], ['failed', 'not_permitted', null])
    assert.equal((await made(study)).row.version, before + 1)
  })

  test('cargo at a port that the units of who asked do not look at is left out, and said to be', async ({ assert }) => {
    const { place } = study
    await file(place, Buffer.from(Buffer.from(celebrationBytes('NRCL9001')).toString().replaceAll('JMKIN', 'JMMBJ')))
    const [elsewhere] = await ask<{ id: string }>(
      place,
      `select id from tenant.consignments where reference = 'NRCL9001'`
    )
    const added = await (await place.as('analyst')).post(`${study.path}/consignments`, { consignment: elsewhere!.id })
    assert.equal(added.status, 303, added.text)
    const { row: whole } = await made(study)
    await place.hire('harbour', 'supervisor')
    await place.run(async () => {
      const unit = await createUnit({ code: 'KIN', name: 'Kingston', ports: ['JMKIN'], threats: [] })
      if (!unit.ok) throw new Error('no unit')
      await addMember('unit', unit.value, place.officers.harbour!.id)
    })
    const { content } = await made(study, 'harbour')
    assert.deepEqual(content.leftOut, ['cargo'])
    assert.deepEqual(
      content.consignments.map(({ bill }) => bill),
      ['NRCL4471']
    )
    assert.equal((await (await place.as('harbour')).get(`${study.path}/court-files/${whole.id}`)).status, 404)
  })

  test('a closed case is written out and stays as it is; every step is in the audit', async ({ assert }) => {
    const { place, id, path } = study
    const closed = await (
      await place.as('analyst')
    ).post(`${path}/acts/close_resultant`, {
      version: await versionOf(place, id),
      reason: '',
      note: '',
      outcome: 'confirmed_risk',
      officer: '',
    })
    assert.equal(closed.status, 303, closed.text)
    const [before] = await ask(place, `select * from tenant.cases where id = '${id}'`)
    const { content, row } = await made(study, 'supervisor', { locale: 'ar' })
    assert.deepInclude(content.study, { open: false, outcome: 'confirmed_risk' })
    assert.deepEqual(await ask(place, `select * from tenant.cases where id = '${id}'`), [before])
    const audited = await ask<{ action: string; data: Record<string, unknown> }>(
      place,
      `select action, data from tenant.audit_entries where subject_id = '${id}' and action like 'court_file.%' order by id`
    )
    const last = audited.slice(-3)
    assert.deepEqual(
      last.map(({ action }) => action),
      ['court_file.asked', 'court_file.made', 'court_file.opened']
    )
    assert.deepInclude(last[1]!.data, { sha256: row.sha256, content_sha256: row.content_sha256 })
  })
})
