import { test } from '@japa/runner'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, drainIntake, file } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace } from '#tests/support/world'

const manifest = cuscar({ bills: [{ number: 'M1', container: 'CSQU3054384' }] })

test.group('Message log', () => {
  test('lists what came and filters it', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest, { filename: 'good.edi' })
    await file(place, Buffer.from('%PDF-1.7'), { filename: 'bad.pdf' })
    const analyst = await place.as('analyst')
    const all = await analyst.page(`${place.path}/messages`)
    assert.equal(all.json.component, 'messages/index')
    assert.deepEqual(all.json.props.counts, { all: 2, quarantined: 1, rejected: 0, withProblems: 1 })
    assert.deepInclude(all.json.props.rows[1], {
      fileName: 'good.edi',
      format: 'CUSCAR D.95B',
      state: 'read',
      messages: 1,
      consignments: 1,
      sender: 'SEABRIDGE',
    })
    const quarantined = await analyst.page(`${place.path}/messages?state=quarantined&q=PDF`)
    assert.deepEqual(
      quarantined.json.props.rows.map((row: { fileName: string }) => row.fileName),
      ['bad.pdf']
    )
    const nonsense = await analyst.page(`${place.path}/messages?state=nonsense&page=-3`)
    assert.equal(nonsense.json.props.total, 2)
  })

  test('shows a message with its raw lines, each Problem marked in its place', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(place, manifest)
    const page = await (await place.as('analyst')).page(`${place.path}/messages/${id}`)
    assert.equal(page.json.component, 'messages/show')
    const { raw, contents, consignments } = page.json.props
    const wrong = contents[0].problems.find((problem: { code: string }) => problem.code === 'REF-CHECKDIGIT-CTN')
    const line = raw.lines[wrong.line - 1]
    assert.equal(line.text.slice(line.marks[0].from, line.marks[0].to), 'CSQU3054384')
    assert.deepEqual(
      consignments.map((each: { reference: string }) => each.reference),
      ['M1']
    )
    const window = await (await place.as('analyst')).page(`${place.path}/messages/${id}?from=5`)
    assert.equal(window.json.props.raw.lines[0].number, 5)
  })

  test('gives the bytes as a file, to who may have them', async ({ assert }) => {
    const [place, other] = [await makePlace(), await makePlace()]
    const { id } = await file(place, manifest)
    const answer = await (await place.as('analyst')).get(`${place.path}/messages/${id}/raw`)
    assert.equal(answer.text, manifest.toString())
    assert.match(answer.headers.get('content-disposition')!, /^attachment; filename="[A-Z0-9-]+\.edi"$/)
    assert.equal(answer.headers.get('content-security-policy'), `sandbox; default-src 'none'`)
    assert.equal((await (await place.as('profile_author')).get(`${place.path}/messages/${id}/raw`)).status, 403)
    assert.equal((await (await other.as('analyst')).get(`${other.path}/messages/${id}/raw`)).status, 404)
  })

  test('reads a quarantined message again, and only that', async ({ assert }) => {
    const place = await makePlace()
    const good = await file(place, manifest)
    const bad = await file(
      place,
      Buffer.from("UNB+UNOA:2+A+B+261120:0900+1'UNH+1+IFTMBF:D:99B:UN'BGM+335+1+9'UNT+3+1'UNZ+1+1'")
    )
    const again = (id: string) => `${place.path}/messages/${id}/read-again`
    const state = async (id: string) =>
      (await ask<{ state: string }>(place, `select state from tenant.received_messages where id = ?`, [id]))[0]!.state
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    assert.equal((await stranger.post(again(bad.id))).status, 401)
    assert.equal((await (await place.as('analyst')).post(again(bad.id))).status, 403)
    assert.equal(await state(bad.id), 'quarantined')
    const steward = await place.as('data_steward')
    assert.equal((await steward.post(again('00000000-0000-7000-8000-000000000000'))).status, 404)
    assert.equal((await steward.post(again(good.id))).status, 303)
    assert.equal(await state(good.id), 'registered')
    assert.equal((await steward.post(again(bad.id))).status, 303)
    assert.equal(await state(bad.id), 'received')
    await drainIntake(place)
    assert.equal(await state(bad.id), 'quarantined')
    const [counted] = await ask(
      place,
      `select count(*)::int as problems from tenant.problems where received_message_id = ? and code = 'SEM-TYPE-NOT-READ'`,
      [bad.id]
    )
    assert.deepEqual(counted, { problems: 1 })
  })
})
