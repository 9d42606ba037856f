import { test } from '@japa/runner'
import { eraseSubject } from '#app/privacy/actions/erase_subject'
import { exportSubject } from '#app/privacy/actions/export_subject'
import { liftHold, setHold, type NewHold } from '#app/privacy/actions/legal_holds'
import { registerRequest } from '#app/privacy/actions/register_request'
import { restrictSubject } from '#app/privacy/actions/restrict_subject'
import { runRetention } from '#app/privacy/actions/run_retention'
import { countHits, searchNext } from '#app/privacy/actions/search_subject'
import { listTravellers } from '#app/travellers/published'
import { blobs } from '#platform/blobs/service'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { ask, file } from '#tests/support/intake'
import { bytesRefusal } from '#tests/support/privacy'
import { WORDS } from '#tests/support/privacy_world'
import { openTravellers, readTravellersOf } from '#tests/support/travellers'
import { makePlace, type Place } from '#tests/support/world'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { DOCUMENT_TEXTS, edifact, PAXLST } from '../../unit/core/formats/document_texts.js'

const DAY = 86_400_000
const START = Date.now()
const after = (days: number) => new Date(START + days * DAY)
const run = (place: Place, days: number) => place.run(() => runRetention(after(days), { dryRun: false }))

const list = (reference = '77') => Buffer.from(DOCUMENT_TEXTS.PAXLST!.replaceAll("+77'", `+${reference}'`))
const kept = async (place: Place) =>
  (await ask<{ count: number }>(place, `select count(*)::int as count from tenant.travellers`))[0]!.count
const blobOf = async (place: Place, id: string) =>
  (await ask<{ blob: string }>(place, `select blob from tenant.received_messages where id = ?`, [id]))[0]!.blob

async function flown(): Promise<{ place: Place; message: string; blob: string }> {
  const place = await makePlace()
  await readTravellersOf(place)
  const { id } = await file(place, list())
  return { place, message: id, blob: await blobOf(place, id) }
}

async function hold(place: Place, change: Partial<NewHold>): Promise<string> {
  const set = await place.run(() =>
    setHold(
      {
        scope: 'party',
        subjectId: null,
        partyKey: null,
        from: null,
        until: null,
        reason: 'a court asked for it',
        authority: 'Court of Example',
        ...change,
      },
      place.officers.privacy_officer!.id
    )
  )
  if (!set.ok) throw new Error('no hold')
  return set.value
}

/** A request of a person that was searched to its end. */
async function requested(place: Place, subject: { names?: string[]; identifiers?: string[] }): Promise<string> {
  const registered = await place.run(() =>
    registerRequest(
      {
        kind: 'erasure',
        reference: 'DSR-1',
        legalBasis: 'the Act',
        receivedAt: new Date('2026-11-01T00:00:00Z'),
        dueAt: new Date('2026-12-01T00:00:00Z'),
        subject: { names: [], identifiers: [], contacts: [], addresses: [], ...subject },
      },
      place.officers.privacy_officer!.id
    )
  )
  if (!registered.ok) throw new Error('no request')
  await place.run(async () => {
    while (await searchNext());
  })
  return registered.value
}

test.group('Travellers: how long', () => {
  test('a month, to the day, with their bytes; how many there were stays; a neighbour keeps theirs', async ({
    assert,
  }) => {
    const [{ place, blob }, neighbour] = [await flown(), await flown()]
    const persons = await kept(place)
    assert.isAbove(persons, 1)
    await run(place, 29)
    assert.equal(await kept(place), persons)
    assert.isNull(await bytesRefusal(place, blob))
    await run(place, 31)
    assert.equal(await kept(place), 0)
    assert.equal(await bytesRefusal(place, blob), 'E_BLOB_MISSING')
    assert.deepEqual(await ask(place, `select kind, passengers from tenant.reported_documents`), [
      { kind: 'traveller_list', passengers: persons },
    ])
    assert.equal(await kept(neighbour.place), persons)
    assert.isNull(await bytesRefusal(neighbour.place, neighbour.blob))
  }).timeout(60_000)

  test('the key of the month goes with the last of them, and not before', async ({ assert }) => {
    const { place } = await flown()
    const state = async () =>
      (await ask<{ state: string }>(place, `select state from tenant.keys where class = 'travellers'`)).map(
        (key) => key.state
      )
    await run(place, 29)
    assert.deepEqual(await state(), ['live'])
    const held = await hold(place, { scope: 'period', from: after(-1), until: after(1) })
    await run(place, 100)
    assert.deepEqual(await state(), ['live'], 'a hold keeps what it seals')
    assert.isAbove(await kept(place), 1)
    await place.run(() => liftHold(held, 'over', place.officers.auditor!.id))
    await run(place, 100)
    assert.deepEqual(await state(), ['destroyed'])
  }).timeout(60_000)

  test('once lists are no longer read all of them are due, and one that is read again is not', async ({ assert }) => {
    const { place, blob } = await flown()
    await readTravellersOf(place, false, 1)
    await run(place, 0)
    assert.equal(await kept(place), 0)
    assert.isNull(await bytesRefusal(place, blob), 'the original stays as long as its class says')
    await readTravellersOf(place, true, 2)
    await file(place, list('78'))
    await run(place, 0)
    assert.isAbove(await kept(place), 1)
  }).timeout(60_000)

  test('bytes of a list that nobody reads go as soon; those that cargo was read from too stay with the cargo', async ({
    assert,
  }) => {
    const place = await makePlace()
    const named = await blobOf(place, (await file(place, list())).id)
    const cargo = cuscar({ voyage: '026W', bills: [{ number: 'BL1' }] })
    const mixed = await file(place, Buffer.concat([cargo, Buffer.from('\n'), list('78')]))
    const both = await blobOf(place, mixed.id)
    assert.deepEqual(
      (
        await ask<{ type: string }>(
          place,
          `select type from tenant.messages where received_message_id = '${mixed.id}' order by position`
        )
      ).map(({ type }) => type),
      ['CUSCAR', 'PAXLST']
    )
    await run(place, 31)
    assert.equal(await bytesRefusal(place, named), 'E_BLOB_MISSING')
    assert.isNull(await bytesRefusal(place, both))
    await run(place, 731)
    assert.equal(await bytesRefusal(place, both), 'E_BLOB_MISSING')
  }).timeout(60_000)

  test('a hold of one person keeps the person and the original, however the name is written; nobody else', async ({
    assert,
  }) => {
    for (const partyKey of ['name:ANA MARIA EXAMPLE', 'name:EXAMPLE ANA MARIA', 'id:P:XX0000001']) {
      const { place, blob } = await flown()
      const held = await hold(place, { partyKey })
      await run(place, 40)
      assert.equal(await kept(place), 1, partyKey)
      assert.isNull(await bytesRefusal(place, blob))
      const counts = await place.run(() =>
        rows<{ class: string; held: number }>(
          `select class, held::int as held from tenant.retention_run_steps where class in ('travellers', 'raw_traveller_lists') and step <> 'key' and held > 0 order by class`
        )
      )
      assert.deepEqual(
        counts.map((step) => [step.class, step.held]),
        [
          ['raw_traveller_lists', 1],
          ['travellers', 1],
        ]
      )
      await place.run(() => liftHold(held, 'over', place.officers.auditor!.id))
      await run(place, 41)
      assert.equal(await kept(place), 0)
      assert.equal(await bytesRefusal(place, blob), 'E_BLOB_MISSING')
    }
  }).timeout(120_000)

  test('what a period holds, the database itself refuses to delete', async ({ assert }) => {
    const { place } = await flown()
    await hold(place, { scope: 'period', from: after(-1), until: after(1) })
    const refused = await place.run(() =>
      execute(`delete from tenant.travellers`).then(
        () => null,
        (error: { code?: string }) => error.code
      )
    )
    assert.equal(refused, 'LH001')
  })
})

test.group('Travellers: requests of persons', () => {
  test('somebody is found by name and by number, told what is kept of them and of nobody else', async ({ assert }) => {
    const { place } = await flown()
    const asked: [Parameters<typeof requested>[1], string][] = [
      [{ names: ['Ana Maria Example'] }, 'name'],
      [{ names: ['example, ana maria'] }, 'name'],
      [{ identifiers: ['xx-0000001'] }, 'identifier'],
    ]
    for (const [subject, by] of asked) {
      await place.run(() => execute(`delete from tenant.subject_requests`))
      const id = await requested(place, subject)
      assert.deepEqual(await place.run(() => countHits(id)), { messages: 1, travellers: 1 })
      const [hit] = await ask<{ by: string }>(
        place,
        `select matched_by as by from tenant.subject_hits where register = 'travellers'`
      )
      assert.equal(hit!.by, by)
    }
    const [request] = await ask<{ id: string }>(place, `select id from tenant.subject_requests`)
    await place.run(() => exportSubject(request!.id, place.officers.privacy_officer!.id, after(0), WORDS))
    const files = await ask<{ blob: string }>(place, `select blob from tenant.subject_files`)
    assert.lengthOf(files, 2)
    for (const { blob } of files) {
      const text = await place.run(async () =>
        Buffer.concat(await Array.fromAsync(blobs.read(place.administration.id, blob))).toString()
      )
      assert.include(text, 'EXAMPLE')
      assert.include(text, 'XX0000001')
      assert.include(text, 'XA102', 'the flight')
      assert.notInclude(text, 'SAMPLE')
    }
  }).timeout(60_000)

  test('a search of more than one batch goes on where it was, and finds the last', async ({ assert }) => {
    const { place } = await flown()
    const head = PAXLST.slice(0, PAXLST.indexOf('NAD+FL+++EXAMPLE:ANA:MARIA::::1'))
    const many = Array.from({ length: 1200 }, (_, at) => `NAD+FL+++FAMILY${at}:GIVEN`)
    await file(place, Buffer.from(edifact('PAXLST:D:02B:UN:IATA', ...head, ...many).replaceAll("+77'", "+90'")))
    assert.isAbove(await kept(place), 1200)
    const id = await requested(place, { names: ['GIVEN FAMILY1199'] })
    assert.deepEqual(await place.run(() => countHits(id)), { messages: 1, travellers: 1 })
  }).timeout(60_000)

  test('erased they are gone with the original, unless a hold keeps them; others of the flight stay', async ({
    assert,
  }) => {
    const { place, blob } = await flown()
    const persons = await kept(place)
    const id = await requested(place, { identifiers: ['XX0000001'] })
    const held = await hold(place, { partyKey: 'id:P:XX0000001' })
    const erase = () => place.run(() => eraseSubject(id, place.officers.privacy_officer!.id, after(0)))
    const first = await erase()
    assert.deepInclude(first.ok && first.value, { travellers: 0, messages: 0, held: 2 })
    assert.equal(await kept(place), persons)
    assert.isNull(await bytesRefusal(place, blob))
    await place.run(() => liftHold(held, 'over', place.officers.auditor!.id))
    const second = await erase()
    assert.deepInclude(second.ok && second.value, { travellers: 1, messages: 1, held: 0 })
    assert.equal(await kept(place), persons - 1)
    assert.equal(await bytesRefusal(place, blob), 'E_BLOB_MISSING')
    const [call] = await ask<{ id: string }>(place, `select id from tenant.calls`)
    const left = await place.run(() => listTravellers(call!.id, 0))
    assert.deepEqual(
      left.map(({ traveller }) => traveller!.familyName),
      ['SAMPLE']
    )
  }).timeout(60_000)

  test('a restriction marks the person where the list is opened', async ({ assert }) => {
    const { place } = await flown()
    const id = await requested(place, { names: ['EXAMPLE ANA MARIA'] })
    const restricted = await place.run(() => restrictSubject(id, place.officers.privacy_officer!.id))
    assert.isTrue(restricted.ok && restricted.value === 1)
    const call = await place.run(() => firstRow<{ id: string }>(`select id from tenant.calls`))
    const answer = await openTravellers(place, call!.id, { purpose: 'entry_control', from: '0' })
    assert.deepEqual(
      answer.json.travellers.map((each: { restricted: boolean }) => each.restricted),
      [true, false]
    )
  }).timeout(60_000)
})
