import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { setHold } from '#app/privacy/actions/legal_holds'
import { runRetention } from '#app/privacy/actions/run_retention'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { makeOrder, makeSite } from '#tests/support/casework'
import { file } from '#tests/support/intake'
import { tell } from '#tests/support/notifications'
import { fileCargo } from '#tests/support/privacy'
import { makePlace, type Place } from '#tests/support/world'
import { BAPLIE_2, edifact } from '../../unit/core/formats/document_texts.js'

const DAY = 86_400_000
const START = Date.now()
const after = (days: number) => new Date(START + days * DAY)
const run = (place: Place, days: number) => place.run(() => runRetention(after(days), { dryRun: false }))
const countOf = (place: Place, sql: string) =>
  place.run(async () => (await firstRow<{ count: number }>(`select count(*)::int as count from tenant.${sql}`))!.count)
const sessionsOf = async (place: Place) =>
  (await db
    .connection('auth')
    .from('control.sessions')
    .where('administration_id', place.administration.id)
    .select('id')) as unknown[]

/** An order that was carried out now, with an outcome and what the inspector wrote. */
async function inspected(place: Place, consignmentId: string, siteId: string, result: string): Promise<string> {
  const order = await makeOrder(place, { consignmentId, siteId })
  const [tenant, inspector] = [place.administration.id, place.officers.inspector!.id]
  await place.run(async () => {
    await execute(`update tenant.inspection_orders set state = 'done', closed_at = now() where id = ?`, [order])
    await execute(
      `insert into tenant.outcomes (tenant_id, id, order_id, result, judgement, minutes, note, code_edition, position, inspector_id)
       values (?, ?, ?, ?, ?, 30, 'WRITTEN', 1, 1, ?)`,
      [tenant, uuidv7(), order, result, result === 'resultant' ? 'confirmed_risk' : 'nothing_found', inspector]
    )
  })
  return order
}

const orderIsThere = (place: Place, id: string) =>
  place.run(async () => (await firstRow(`select 1 from tenant.inspection_orders where id = ?`, [id])) !== null)

test.group('Retention of the rooms', () => {
  test('inspections end after three years, those that found something after ten without their notes', async ({
    assert,
  }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'INSPECTED')
    const site = await makeSite(place)
    const found = await inspected(place, cargo.first, site, 'resultant')
    const clean = await inspected(place, cargo.second, site, 'not_resultant')
    const held = await inspected(place, cargo.second, site, 'not_resultant')
    const open = await makeOrder(place, { consignmentId: cargo.second, siteId: site })
    const set = await place.run(() =>
      setHold(
        {
          scope: 'case',
          subjectId: held,
          partyKey: null,
          from: null,
          until: null,
          reason: 'a court asked for it',
          authority: 'Court of Example',
        },
        place.officers.privacy_officer!.id
      )
    )
    assert.isTrue(set.ok)

    await run(place, 1095 - 40)
    assert.isTrue(await orderIsThere(place, clean), 'not yet')
    await run(place, 1095 + 40)
    assert.deepEqual(
      await Promise.all([found, clean, held, open].map((id) => orderIsThere(place, id))),
      [true, false, true, true],
      'only the one that found nothing, is closed and is not held'
    )
    const refused = await place.run(() =>
      execute(`delete from tenant.inspection_orders where id = ?`, [held]).then(
        () => null,
        (error: { code?: string }) => error.code
      )
    )
    assert.oneOf(refused, ['LH001', '23503'], 'the database refuses by itself')

    assert.equal(await countOf(place, `outcomes where note = 'WRITTEN'`), 2)
    await run(place, 1827)
    assert.equal(await countOf(place, `outcomes where note = 'WRITTEN'`), 1, 'the note of the held one')
    assert.isTrue(await orderIsThere(place, found))
    await run(place, 3652 + 40)
    assert.isFalse(await orderIsThere(place, found))
    assert.isTrue(await orderIsThere(place, held))
  }).timeout(60_000)

  test('events of cargo lose their notes with it and go with it', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'EVENTFUL')
    await place.run(async () => {
      const tenant = place.administration.id
      await execute(
        `insert into tenant.cargo_events (tenant_id, id, consignment_id, kind, at, source, reporter, note)
         values (?, ?, ?, 'discharge', now(), 'page', 'x', 'WRITTEN')`,
        [tenant, uuidv7(), cargo.first]
      )
      await execute(
        `insert into tenant.event_keys (tenant_id, reporter, reference, digest) values (?, 'a "b"', 'c, d', 'x')`,
        [tenant]
      )
    })
    await run(place, 364)
    assert.equal(await countOf(place, 'event_keys'), 1)
    await run(place, 366)
    assert.equal(await countOf(place, 'event_keys'), 0)
    await run(place, 1827)
    assert.equal(await countOf(place, `cargo_events where note is null`), 1)
    await run(place, 3652 + 40)
    assert.equal(await countOf(place, 'cargo_events'), 0)
    assert.equal(await countOf(place, 'consignments'), 0)
  }).timeout(60_000)

  test('a bay plan goes with its lines after five years, and only ours', async ({ assert }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    for (const each of [place, neighbour]) await file(each, Buffer.from(edifact('BAPLIE:D:95B:UN:SMDG20', ...BAPLIE_2)))
    const kept = (of: Place) => Promise.all([countOf(of, 'reported_documents'), countOf(of, 'reported_records')])
    assert.deepEqual(await kept(place), [1, 2])
    await run(place, 1826 - 40)
    assert.deepEqual(await kept(place), [1, 2], 'not yet')
    await run(place, 1826 + 40)
    assert.deepEqual(await kept(place), [0, 0])
    assert.deepEqual(await kept(neighbour), [1, 2])
  }).timeout(60_000)

  test('what officers were told, letters, used codes, browsers, invitations and sessions end, and only ours', async ({
    assert,
  }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    const [mine, theirs] = [await place.signIn('analyst'), await neighbour.signIn('analyst')]
    assert.exists(mine)
    assert.exists(theirs)
    for (const each of [place, neighbour]) {
      const [tenant, officer] = [each.administration.id, each.officers.analyst!.id]
      const told = await tell(each, 'analyst')
      await each.run(async () => {
        const mail = uuidv7()
        await execute(
          `insert into tenant.notification_mails (tenant_id, id, officer_id, kind, next_at) values (?, ?, ?, 'digest', now())`,
          [tenant, mail, officer]
        )
        await execute(`update tenant.notifications set mail_id = ? where id = ?`, [mail, told])
        await execute(
          `insert into tenant.officer_letters (tenant_id, id, officer_id, kind) values (?, ?, ?, 'new_device')`,
          [tenant, uuidv7(), officer]
        )
        for (const [hash, used] of [
          ['used', new Date()],
          ['unused', null],
        ])
          await execute(
            `insert into tenant.officer_recovery_codes (tenant_id, officer_id, salt, code_hash, used_at) values (?, ?, 's', ?, ?)`,
            [tenant, officer, hash, used]
          )
        await execute(
          `insert into tenant.invitations (tenant_id, id, officer_id, invited_by, expires_at) values (?, ?, ?, ?, now())`,
          [tenant, uuidv7(), officer, officer]
        )
      })
    }
    const left = async (each: Place) => ({
      notifications: await countOf(each, 'notifications'),
      mails: await countOf(each, 'notification_mails'),
      letters: await countOf(
        each,
        `officer_letters where kind = 'new_device' and officer_id = '${each.officers.analyst!.id}'`
      ),
      codes: await countOf(each, 'officer_recovery_codes'),
      devices: await countOf(each, 'officer_devices'),
      invitations: await countOf(each, 'invitations'),
      sessions: (await sessionsOf(each)).length,
    })
    const whole = await left(neighbour)
    for (const [what, count] of Object.entries(await left(place))) assert.isAbove(count, 0, what)

    await run(place, 29)
    assert.deepEqual(await left(place), whole, 'nothing is due yet')
    await run(place, 32)
    assert.deepEqual(await left(place), { ...whole, letters: 0, codes: 1, invitations: 0, sessions: 0 })
    await run(place, 91)
    assert.deepEqual(await left(place), {
      notifications: 0,
      mails: 0,
      letters: 0,
      codes: 1,
      devices: whole.devices,
      invitations: 0,
      sessions: 0,
    })
    await run(place, 181)
    assert.equal((await left(place)).devices, 0)
    assert.deepEqual(await left(neighbour), whole)
  }).timeout(60_000)

  test('retention:run says what is due with --dry-run, and without erases it', async ({ assert }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    for (const each of [place, neighbour]) await tell(each, 'analyst', { at: after(-91) })
    const command = async (...args: string[]) =>
      (await ace.exec('retention:run', [`--administration=${place.administration.code}`, ...args])).exitCode ?? 0
    assert.equal(await command('--dry-run'), 0)
    assert.equal(await countOf(place, 'notifications'), 1)
    assert.equal(await command(), 0)
    assert.equal(await countOf(place, 'notifications'), 0)
    assert.equal(await countOf(neighbour, 'notifications'), 1)
    assert.deepEqual(await countOf(place, 'retention_runs'), 2)
  })

  test('a decision on access is kept from when it was made; what waits is never due', async ({ assert }) => {
    const place = await makePlace()
    const [one, two] = [place.officers.administrator!.id, place.officers.auditor!.id]
    await place.run(async () => {
      for (const [state, by] of [
        ['waiting', null],
        ['confirmed', two],
      ])
        await execute(
          `insert into tenant.grant_requests (tenant_id, id, kind, subject_id, change, content_hash, state, requested_by, decided_by, decided_at)
           values (?, ?, 'officer_roles', ?, '{}', 'x', ?, ?, ?, case when ? = 'confirmed' then now() end)`,
          [place.administration.id, uuidv7(), two, state, one, by, state]
        )
    })
    await run(place, 3652 - 40)
    assert.equal(await countOf(place, 'grant_requests'), 2)
    await run(place, 3652 + 40)
    assert.equal(await countOf(place, `grant_requests where state = 'waiting'`), 1)
    assert.equal(await countOf(place, 'grant_requests'), 1)
  })
})
