import { test } from '@japa/runner'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { PHOTOGRAPH } from '#tests/support/fixtures/photograph'
import { ask } from '#tests/support/intake'
import { makeAgency, refer } from '#tests/support/referred_world'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const DAYS = 86_400_000
const day = (from: number) => new Date(Date.now() + from * DAYS).toISOString().slice(0, 10)

interface Study {
  place: Place
  id: string
  path: string
  consignment: string
}

async function opened(place?: Place): Promise<Study> {
  const here = place ?? (await makePlace())
  const { alert, consignment } = await makeAlert(here, { band: 'high', score: 80 })
  const answer = await (
    await here.as('analyst')
  ).post(`${here.path}/cases`, { title: 'Cotton that weighs too much', alerts: [alert], consignments: [] })
  const id = answer.location!.split('/').at(-1)!
  return { place: here, id, path: `${here.path}/cases/${id}`, consignment }
}

const form = (to: string, more: Record<string, unknown> = {}) => ({
  to,
  mode: 'ask',
  purpose: 'investigation',
  basis: 'agreement',
  basisReference: 'Article 9',
  message: 'Do you know the consignor?',
  parts: [],
  consignments: [],
  attachments: [],
  until: day(10),
  ...more,
})

/** Made on the page, as an analyst makes it. */
async function referred(study: Study, agency: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await (await study.place.as('analyst')).post(`${study.path}/referrals`, form(`agency:${agency}`, more))
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text}`)
  return (await ask<{ id: string }>(study.place, `select id from tenant.referrals order by id desc limit 1`))[0]!.id
}

const audited = async (place: Place, action: string) =>
  (await ask(place, `select 1 from tenant.audit_entries where action = '${action}'`)).length

const attach = (place: Place, id: string, kind = 'case') =>
  place.run(async () => {
    const kept = await keepAttachment(
      { kind, id },
      { bytes: PHOTOGRAPH, fileName: 'seen.png', about: null, officerId: place.officers.analyst!.id },
      async () => true
    )
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
    return kept.value.id
  })

test.group('Referrals: to a partner agency', () => {
  test('the partner lands on what was referred, reads what was ticked and answers; each reading is audited', async ({
    assert,
  }) => {
    const study = await opened()
    const { place } = study
    const agency = await makeAgency(place)
    const file = await attach(place, study.id)
    const unshared = await attach(place, study.id)
    const id = await referred(study, agency, {
      parts: ['consignments', 'alert_reasons'],
      consignments: [study.consignment],
      attachments: [file],
    })
    const partner = await place.as('partner')
    assert.equal((await partner.get(place.path)).location, `${place.path}/referrals`)
    const list = (await partner.page(`${place.path}/referrals`)).json
    assert.deepEqual(
      list.props.referrals.map((each: { id: string; answered: boolean }) => [each.id, each.answered]),
      [[id, false]]
    )
    const path = `${place.path}/referrals/${id}`
    const { props } = (await partner.page(path)).json
    assert.equal(props.referral.message, 'Do you know the consignor?')
    assert.lengthOf(props.consignments, 1)
    assert.sameMembers(Object.keys(props.consignments[0]), ['position', 'cargo', 'reasons'])
    assert.deepEqual(
      props.files.map((each: { id: string }) => each.id),
      [file]
    )
    assert.equal((await partner.get(`${path}/attachments/${file}`)).status, 200)
    assert.equal((await partner.get(`${path}/attachments/${unshared}`)).status, 404)
    assert.equal((await partner.post(`${path}/answers`, { result: 'known_to_us', words: 'Since 2019.' })).status, 303)
    assert.equal((await partner.post(`${path}/answers`, { result: 'guilty', words: 'x' })).status, 422)
    assert.deepEqual(
      [await audited(place, 'referral.listed'), await audited(place, 'referral.opened')],
      [2, 1],
      'one entry a reading; signing in lands on the list'
    )
    const { referrals, events } = (await (await place.as('analyst')).page(study.path)).json.props
    assert.equal(referrals[0].answers[0].words, 'Since 2019.')
    assert.includeMembers(
      events.map(({ kind }: { kind: string }) => kind),
      ['referred', 'referral_answered']
    )
    const told = await ask<{ kind: string; officer_id: string }>(
      place,
      `select kind, officer_id from tenant.notifications where kind in ('referral_received', 'referral_answered') order by kind desc`
    )
    assert.deepEqual(told, [
      { kind: 'referral_received', officer_id: place.officers.partner!.id },
      { kind: 'referral_answered', officer_id: place.officers.analyst!.id },
    ])
  })

  test('withdrawn, over, of a closed agency or no longer a member: not there, in no way', async ({ assert }) => {
    const study = await opened()
    const { place } = study
    const agency = await makeAgency(place)
    const file = await attach(place, study.id)
    const id = await referred(study, agency, { attachments: [file] })
    const partner = await place.as('partner')
    const path = `${place.path}/referrals/${id}`
    const seen = async () => {
      const answers = [
        await partner.page(path),
        await partner.get(`${path}/attachments/${file}`),
        await partner.post(`${path}/answers`, { result: 'we_act', words: 'x' }),
      ]
      return [...new Set(answers.map(({ status }) => status))]
    }
    const listed = async () => (await partner.page(`${place.path}/referrals`)).json.props.referrals.length
    const change = (sql: string) => place.run(() => execute(sql))
    for (const [off, on] of [
      [`update tenant.agencies set closed_at = now()`, `update tenant.agencies set closed_at = null`],
      [
        `delete from tenant.agency_officers`,
        `insert into tenant.agency_officers (tenant_id, agency_id, officer_id) select tenant_id, '${agency}', '${place.officers.partner!.id}' from tenant.agencies`,
      ],
    ] as const) {
      await change(off)
      assert.deepEqual([await seen(), await listed()], [[404], 0], off)
      await change(on)
      assert.equal((await partner.page(path)).status, 200)
    }
    const analyst = await place.as('analyst')
    const ending = `${study.path}/referrals/${id}/withdrawal`
    assert.equal((await analyst.post(ending, { reason: 'other', note: '' })).status, 422, 'another reason is said')
    assert.equal((await analyst.post(ending, { reason: 'shared_too_much', note: '' })).status, 303)
    assert.deepEqual([await seen(), await listed()], [[404], 0])
    assert.equal((await analyst.post(ending, { reason: 'shared_too_much', note: '' })).status, 409)
    const brief = await refer(place, study.id, { to: { kind: 'agency', id: agency }, endsAt: Date.now() + 700 })
    await new Promise((done) => setTimeout(done, 900))
    assert.equal((await partner.page(`${place.path}/referrals/${brief}`)).status, 404)
  })

  test('a partner sees nothing of another agency, nor anything else of the house', async ({ assert }) => {
    const study = await opened()
    const { place } = study
    const [police, health] = [await makeAgency(place), await makeAgency(place, 'HEALTH', null)]
    await place.hire('inspector_of_food', 'partner')
    await place.run(() =>
      execute(
        `insert into tenant.agency_officers (tenant_id, agency_id, officer_id) select tenant_id, id, ? from tenant.agencies where id = ?`,
        [place.officers.inspector_of_food!.id, health]
      )
    )
    const toPolice = await referred(study, police)
    const toHealth = await referred(study, health)
    const partner = await place.as('partner')
    const other = await place.as('inspector_of_food')
    assert.equal((await partner.page(`${place.path}/referrals/${toPolice}`)).status, 200)
    assert.equal((await other.page(`${place.path}/referrals/${toHealth}`)).status, 200)
    assert.equal((await partner.page(`${place.path}/referrals/${toHealth}`)).status, 404)
    assert.equal((await other.page(`${place.path}/referrals/${toPolice}`)).status, 404)
    for (const path of ['/cases', `/cases/${study.id}`, '/arrivals', `/consignments/${study.consignment}`, '/triage'])
      assert.equal((await partner.page(`${place.path}${path}`)).status, 403, path)
    for (const role of ['analyst', 'auditor', 'administrator'])
      assert.equal((await (await place.as(role)).page(`${place.path}/referrals`)).status, 403, role)
    const menu = (await partner.page(`${place.path}/referrals`)).json.props.navigation as { items: { key: string }[] }[]
    assert.deepEqual(
      menu.flatMap(({ items }) => items.map(({ key }) => key)),
      ['referrals']
    )
  })

  test('what is refused is refused: no cargo, an end that is past or far, things of another case, a closed case', async ({
    assert,
  }) => {
    const study = await opened()
    const { place } = study
    const agency = await makeAgency(place)
    const [foreign, elsewhere] = [await opened(place), await makePlace()]
    const theirs = await attach(place, foreign.id)
    const post = async (role: string, body: unknown) =>
      (await (await place.as(role)).post(`${study.path}/referrals`, body)).status
    const to = `agency:${agency}`
    const refusals: [unknown, number][] = [
      [form(to, { parts: ['consignments'] }), 422],
      [form(to, { until: day(-3) }), 422],
      [form(to, { until: day(400) }), 422],
      [form(to, { mode: 'hand_over' }), 422],
      [form(to, { basisReference: ' ' }), 422],
      [form(to, { parts: ['notes'] }), 422],
      [form(to, { attachments: [theirs] }), 404],
      [form(to, { parts: ['consignments'], consignments: [foreign.consignment] }), 404],
      [form(`unit:${agency}`), 404],
      [form(`agency:${await makeAgency(elsewhere)}`), 404],
    ]
    for (const [body, status] of refusals) assert.equal(await post('analyst', body), status, JSON.stringify(body))
    // Who reads no alerts shares none.
    const reasons = { parts: ['alert_reasons'], consignments: [study.consignment] }
    assert.equal(await post('investigator', form(to, reasons)), 403)
    assert.equal(await post('auditor', form(to)), 403)
    assert.equal((await new Visitor().post(`${study.path}/referrals`, form(to))).status, 403)
    await place.run(() =>
      execute(`update tenant.cases set open = false, state = 'closed', closed_at = now() where id = ?`, [study.id])
    )
    assert.equal(await post('analyst', form(to)), 409)
    assert.lengthOf(await ask(place, `select 1 from tenant.referrals`), 0, 'what is refused leaves nothing')
    assert.lengthOf(await ask(place, `select 1 from tenant.referral_attachments`), 0)
  })
})

test.group('Referrals: to a unit', () => {
  /** A unit of another port with the intelligence officer in it. */
  async function unitElsewhere(place: Place): Promise<string> {
    const unit = crypto.randomUUID()
    await place.run(async () => {
      await execute(
        `insert into tenant.units (tenant_id, id, code, name, ports) values (?, ?, 'NORTH', 'North', '{JMMBJ}')`,
        [place.administration.id, unit]
      )
      await execute(`insert into tenant.unit_officers (tenant_id, unit_id, officer_id) values (?, ?, ?)`, [
        place.administration.id,
        unit,
        place.officers.intelligence!.id,
      ])
    })
    return unit
  }

  test('a unit of another port sees the case as long as it runs, and takes it when it is handed over', async ({
    assert,
  }) => {
    const study = await opened()
    const { place } = study
    const unit = await unitElsewhere(place)
    const reader = await place.as('intelligence')
    assert.equal((await reader.page(study.path)).status, 404, 'not of its port')
    const analyst = await place.as('analyst')
    await analyst.post(`${study.path}/acts/assign`, { version: 1, reason: '', note: '', outcome: '', officer: '' })
    assert.equal(
      (await analyst.post(`${study.path}/referrals`, form(`unit:${unit}`, { mode: 'hand_over' }))).status,
      303
    )
    const { props } = (await reader.page(study.path)).json
    assert.equal(props.study.holder, null, 'who handed it over let go of it')
    assert.isFalse(props.consignments[0].inScope)
    assert.equal((await reader.page(`${place.path}/consignments/${study.consignment}`)).status, 404)
    const taken = await reader.post(`${study.path}/acts/assign`, {
      version: props.study.version,
      reason: '',
      note: '',
      outcome: '',
      officer: '',
    })
    assert.equal(taken.status, 303)
    const [referral] = await ask<{ id: string }>(place, `select id from tenant.referrals`)
    const withdrawn = await analyst.post(`${study.path}/referrals/${referral!.id}/withdrawal`, {
      reason: 'no_longer_needed',
      note: '',
    })
    assert.equal(withdrawn.status, 303)
    assert.equal((await reader.page(study.path)).status, 404)
  })

  test('what somebody else holds is not handed over, but by who approves', async ({ assert }) => {
    const study = await opened()
    const { place } = study
    const unit = await unitElsewhere(place)
    const blank = { version: 1, reason: '', note: '', outcome: '', officer: '' }
    await (await place.as('analyst')).post(`${study.path}/acts/assign`, blank)
    const wanted = form(`unit:${unit}`, { mode: 'hand_over' })
    assert.equal((await (await place.as('investigator')).post(`${study.path}/referrals`, wanted)).status, 409)
    assert.equal((await (await place.as('supervisor')).post(`${study.path}/referrals`, wanted)).status, 303)
  })
})
