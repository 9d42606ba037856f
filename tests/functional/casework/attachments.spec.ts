import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { useScanner } from '#platform/attachments/scanner'
import { scanStream } from '#platform/egress/clamd'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { fakeClamd, PLANTED } from '#tests/support/clamd/fake_clamd'
import { ask } from '#tests/support/intake'
import { PHOTOGRAPH, photographOf } from '#tests/support/fixtures/photograph'
import type { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

async function underWay(place: Place) {
  const siteId = await makeSite(place)
  const { consignment } = await makeAlert(place)
  const order = await makeOrder(place, { consignmentId: consignment, siteId })
  const path = `${place.path}/inspections/${order}`
  const inspector = await place.as('inspector')
  for (const act of ['accept', 'start']) await inspector.post(`${path}/${act}`)
  return { order, path, inspector }
}

function upload(visitor: Visitor, path: string, bytes: Uint8Array, name = 'door.png') {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const token = decodeURIComponent(visitor.cookies.get('XSRF-TOKEN') ?? '')
  return visitor.send('POST', path, { body: form, headers: { accept: 'application/json', 'x-xsrf-token': token } })
}

test.group('Files of an inspection', () => {
  test('are hashed, sealed, said to be unscanned, and opened by who may, which the audit knows', async ({ assert }) => {
    const place = await makePlace()
    const { path, inspector } = await underWay(place)
    assert.equal((await upload(await place.as('analyst'), `${path}/attachments`, PHOTOGRAPH)).status, 403)
    assert.equal((await upload(inspector, `${path}/attachments?about=nonsense`, PHOTOGRAPH)).status, 422)
    assert.equal((await upload(inspector, `${path}/attachments`, Buffer.from('<script>'))).status, 422)
    assert.equal((await upload(inspector, `${path}/attachments`, new Uint8Array())).status, 422)
    assert.equal((await inspector.post(`${path}/attachments`, {})).status, 422)
    assert.lengthOf(await ask(place, `select 1 from tenant.attachments`), 0)

    const kept = await upload(inspector, `${path}/attachments?about=item:floor`, PHOTOGRAPH, '../x/\u202Egnp.door')
    assert.equal(kept.status, 303)
    const [row] = await ask<Record<string, string>>(place, `select * from tenant.attachments`)
    assert.include(row, {
      subject_kind: 'inspection',
      about: 'item:floor',
      file_name: 'gnp.door',
      media_type: 'image/png',
      scan: 'not_scanned',
      sha256: createHash('sha256').update(PHOTOGRAPH).digest('hex'),
    })
    const shown = await inspector.send('GET', `${path}/attachments/${row!.id}`, {})
    assert.equal(shown.status, 200)
    assert.equal(shown.headers.get('content-type'), 'image/png')
    assert.equal(shown.headers.get('x-content-type-options'), 'nosniff')
    assert.include(shown.headers.get('content-security-policy'), 'sandbox')
    assert.equal(
      (await (await place.as('administrator')).send('GET', `${path}/attachments/${row!.id}`, {})).status,
      403
    )
    const actions = await ask<{ action: string }>(
      place,
      `select action from tenant.audit_entries where action like 'attachment.%' order by id`
    )
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['attachment.kept', 'attachment.opened']
    )
  })

  test('belong to their own inspection, and to its inspector while it is under way', async ({ assert }) => {
    const place = await makePlace()
    const first = await underWay(place)
    await upload(first.inspector, `${first.path}/attachments`, PHOTOGRAPH)
    const [row] = await ask<{ id: string }>(place, `select id from tenant.attachments`)
    const { consignment } = await makeAlert(place)
    const elsewhere = await makeSite(place, 'MBJ-SHED', [])
    const other = await makeOrder(place, { consignmentId: consignment, siteId: elsewhere })
    const supervisor = await place.as('supervisor')
    assert.equal((await supervisor.send('GET', `${first.path}/attachments/${row!.id}`, {})).status, 200)
    const foreign = `${place.path}/inspections/${other}/attachments`
    assert.equal((await supervisor.send('GET', `${foreign}/${row!.id}`, {})).status, 404)
    assert.equal((await first.inspector.send('GET', `${foreign}/${row!.id}`, {})).status, 404)
    assert.equal((await upload(first.inspector, foreign, PHOTOGRAPH)).status, 404)
    const clean = { result: 'not_resultant', judgement: 'nothing_found', enforcement: 'none' }
    await first.inspector.post(`${first.path}/outcome`, { ...clean, revenue: '', minutes: 5, reason: '', note: '' })
    assert.equal((await upload(first.inspector, `${first.path}/attachments`, photographOf(1))).status, 409)
    assert.lengthOf(await ask(place, `select 1 from tenant.attachments`), 1)
  })

  test('with malware are refused and named in the audit; a scanner that is away keeps nothing', async ({
    assert,
    cleanup,
  }) => {
    const clamd = await fakeClamd()
    const before = useScanner(async (bytes) => {
      const verdict = await scanStream(clamd, bytes)
      return verdict.infected ? { kind: 'infected', signature: verdict.signature } : { kind: 'clean' }
    })
    cleanup(() => void useScanner(before))
    const place = await makePlace()
    const { path, inspector } = await underWay(place)
    const planted = await upload(inspector, `${path}/attachments`, Buffer.concat([PHOTOGRAPH, PLANTED]))
    assert.equal(planted.status, 422)
    assert.include(planted.json.errors.file, 'scanner')
    assert.equal((await upload(inspector, `${path}/attachments`, PHOTOGRAPH)).status, 303)
    assert.deepEqual(await ask(place, `select scan from tenant.attachments`), [{ scan: 'clean' }])
    const [refused] = await ask<{ data: { signature: string } }>(
      place,
      `select data from tenant.audit_entries where action = 'attachment.refused'`
    )
    assert.equal(refused!.data.signature, 'Planted.Test')
    await clamd.close()
    assert.equal((await upload(inspector, `${path}/attachments`, photographOf(2))).status, 409)
    assert.lengthOf(await ask(place, `select 1 from tenant.attachments`), 1)
  })
})
