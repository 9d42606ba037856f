import { test } from '@japa/runner'
import InstructionsDrain from '#app/casework/instructions/jobs/instructions_drain'
import { signedHeaders } from '#app/casework/instructions/webhook'
import { MOST_ATTEMPTS } from '#app/casework/instructions/schedule'
import env from '#start/env'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { Receiver } from '#tests/support/webhooks/receiver'
import { makePlace, type Place } from '#tests/support/world'

const TERMS = {
  name: 'Kingston terminal',
  kind: 'terminal',
  hears: ['hold', 'release', 'do_not_load', 'load'],
  ports: [] as string[],
  answerMinutes: 30,
}

interface World {
  place: Place
  receiver: Receiver
  system: string
  path: string
  token: string
}

const HOUR = 3_600_000

/** A page that answers a form and shows something this once. */
const once = (visitor: Visitor, path: string) =>
  visitor.send('POST', path, {
    headers: {
      'x-inertia': 'true',
      'x-inertia-version': '1',
      'x-xsrf-token': decodeURIComponent(visitor.cookies.get('XSRF-TOKEN')!),
    },
  })

test.group('Instructions to systems outside', (group) => {
  const receivers: Receiver[] = []
  group.setup(() => {
    env.set('LANDFALL_EGRESS_ALLOW', '127.0.0.1')
    return async () => {
      env.set('LANDFALL_EGRESS_ALLOW', '')
      await Promise.all(receivers.map((each) => each.close()))
    }
  })

  /** A system connected on its pages: made known, given a secret and a token, switched on. */
  async function connected(more: Partial<typeof TERMS> = {}): Promise<World> {
    const place = await makePlace()
    const receiver = await new Receiver().listen()
    receivers.push(receiver)
    const administrator = await place.as('administrator')
    const base = `${place.path}/administration/systems`
    const terms = { ...TERMS, url: receiver.url, ...more }
    const system = (await administrator.post(base, terms)).location!.split('/').at(-1)!
    const path = `${base}/${system}`
    receiver.secret = (await once(administrator, `${path}/secret`)).json.props.value
    const token = (await once(administrator, `${path}/token`)).json.props.value
    await administrator.put(path, { ...terms, enabled: true })
    return { place, receiver, system, path, token }
  }

  /** A case put on hold by two people. */
  async function held({ place }: World): Promise<string> {
    const { alert } = await makeAlert(place, { band: 'high', score: 80 })
    const opened = await (
      await place.as('analyst')
    ).post(`${place.path}/cases`, { title: 'Cotton that weighs too much', alerts: [alert], consignments: [] })
    const id = opened.location!.split('/').at(-1)!
    for (const [role, code] of [
      ['analyst', 'assign'],
      ['analyst', 'begin_analysis'],
      ['analyst', 'request_hold'],
      ['supervisor', 'hold'],
    ] as const)
      await act(place, id, role, code)
    return id
  }

  async function act(place: Place, id: string, role: string, code: string) {
    const [row] = await ask<{ version: number }>(place, `select version from tenant.cases where id = ?`, [id])
    const body = { version: row!.version, reason: '', note: 'weight does not fit', outcome: '', officer: '' }
    const answer = await (await place.as(role)).post(`${place.path}/cases/${id}/acts/${code}`, body)
    if (answer.status !== 303) throw new Error(`${code}: ${answer.status} ${answer.text}`)
  }

  const drain = (place: Place, at = new Date()) => place.run(() => new InstructionsDrain().drain(at))
  const deliveries = (place: Place) =>
    ask<Record<string, unknown>>(place, `select * from tenant.instruction_deliveries order by id`)
  const machine = (world: World, method: string, to: string, body?: unknown) =>
    new Visitor().send(method, `/api/v1/instructions/${to}`, {
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const toldOf = (place: Place) =>
    ask<{ kind: string }>(place, `select kind from tenant.notifications where kind = 'instruction_troubled'`)

  test('a hold arrives signed, is read and acknowledged by its receiver, and the case says so', async ({ assert }) => {
    const world = await connected()
    const { place, receiver } = world
    const id = await held(world)
    assert.lengthOf(receiver.heard, 0, 'nothing is sent while the act is done')
    await drain(place)
    assert.deepEqual(
      receiver.heard.map(({ taken }) => taken),
      ['taken']
    )
    const message = JSON.parse(receiver.heard[0]!.body)
    assert.equal(message.type, 'instruction.hold')
    assert.deepEqual(Object.keys(message.data), ['instruction'], 'ids only: cargo is fetched with the token')
    const told = await machine(world, 'GET', message.data.instruction)
    assert.equal(told.status, 200)
    assert.equal(told.json.kind, 'hold')
    assert.lengthOf(told.json.consignments, 1)
    assert.notProperty(told.json, 'caseId')
    const said = { outcome: 'acknowledged' }
    const answer = await machine(world, 'POST', `${message.data.instruction}/acknowledgement`, said)
    assert.equal(answer.status, 200)
    const again = await machine(world, 'POST', `${message.data.instruction}/acknowledgement`, said)
    assert.equal(again.status, 200, 'the same again changes nothing')
    const other = { outcome: 'refused', reason: 'gone' }
    assert.equal((await machine(world, 'POST', `${message.data.instruction}/acknowledgement`, other)).status, 409)
    const { instructions } = (await (await place.as('analyst')).page(`${place.path}/cases/${id}`)).json.props
    assert.equal(instructions[0].kind, 'hold')
    assert.deepInclude(instructions[0].deliveries[0], {
      state: 'delivered',
      answer: 'acknowledged',
      system: TERMS.name,
    })
    await drain(place, new Date(Date.now() + HOUR))
    assert.lengthOf(await toldOf(place), 0)
  })

  test('what was forged, is old or came before is refused by a receiver that follows the guide', async ({ assert }) => {
    const world = await connected()
    await held(world)
    await drain(world.place)
    const { receiver } = world
    const { id, timestamp, signature, body } = receiver.heard[0]!
    receiver.take(id, String(timestamp), signature, body)
    receiver.take(id, String(timestamp), signature, body.replace('hold', 'release'))
    receiver.take('another-id', String(timestamp), signature, body)
    receiver.take(id, String(timestamp + 1), signature, body)
    const old = signedHeaders(id, new Date(Date.now() - 6 * 60_000), body, [receiver.secret])
    receiver.take(id, old['webhook-timestamp']!, old['webhook-signature']!, body)
    assert.deepEqual(
      receiver.heard.map(({ taken }) => taken),
      ['taken', 'known', 'forged', 'forged', 'forged', 'old']
    )
  })

  test('it is tried again with the same id until it is taken; each wait is longer', async ({ assert }) => {
    const world = await connected()
    const { place, receiver } = world
    await held(world)
    receiver.answers.push(500, 302, 503)
    let at = Date.now()
    const waits: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      await drain(place, new Date(at))
      const [row] = await deliveries(place)
      if (row!.state === 'delivered') break
      waits.push((row!.next_at as Date).getTime() - at)
      await drain(place, new Date(at + 1_000))
      at = (row!.next_at as Date).getTime()
    }
    assert.lengthOf(receiver.heard, 4, 'and never before its time')
    assert.lengthOf([...new Set(receiver.heard.map(({ id }) => id))], 1)
    for (const [index, wait] of waits.entries()) {
      assert.isAtMost(wait, 15_000 * 2 ** index)
      assert.isAbove(wait, 7_000 * 2 ** index)
    }
    assert.deepInclude((await deliveries(place))[0], { state: 'delivered', attempts: 4, error: null })
  })

  test('a release waits behind its hold; what nobody takes is given up, told, and sent again by hand', async ({
    assert,
  }) => {
    const world = await connected()
    const { place, receiver, path } = world
    const id = await held(world)
    await act(place, id, 'supervisor', 'lift_hold')
    receiver.answers.push(...Array<number>(MOST_ATTEMPTS).fill(500))
    let at = Date.now()
    for (let turn = 0; turn < MOST_ATTEMPTS; turn++) {
      await drain(place, new Date(at))
      at += 2 * HOUR
    }
    const kinds = () => receiver.heard.map(({ body }) => JSON.parse(body).type)
    assert.deepEqual(kinds().slice(0, MOST_ATTEMPTS), Array<string>(MOST_ATTEMPTS).fill('instruction.hold'))
    const [hold] = await deliveries(place)
    assert.deepInclude(hold, { state: 'dead', error: 'status', status: 500, attempts: MOST_ATTEMPTS })
    assert.isNotEmpty(await toldOf(place))
    const administrator = await place.as('administrator')
    const { props } = (await administrator.page(path)).json
    assert.equal(props.deliveries[0].state, 'dead', 'given up first, with why')
    assert.equal(props.deliveries[0].error, 'status')
    assert.equal((await administrator.post(`${path}/deliveries/${hold!.id}/retry`, {})).status, 303)
    assert.equal((await administrator.post(`${path}/deliveries/${hold!.id}/retry`, {})).status, 404)
    await drain(place, new Date(Date.now() + 1_000))
    assert.equal(receiver.heard.filter(({ id: each }) => each === hold!.id).length, MOST_ATTEMPTS + 1)
    assert.deepInclude((await deliveries(place))[0], { state: 'delivered' })
    await drain(place, new Date(at))
    assert.equal(kinds().at(-1), 'instruction.release')
  })

  test('410, an address inside and one that leads nowhere are given up with their reason', async ({ assert }) => {
    const world = await connected()
    const { place, receiver, path } = world
    await held(world)
    receiver.answers.push(410)
    await drain(place)
    assert.deepInclude((await deliveries(place))[0], { state: 'dead', error: 'gone', attempts: 1 })
    const administrator = await place.as('administrator')
    for (const url of [
      'http://10.0.0.7/',
      'https://169.254.169.254/',
      'https://[::1]/',
      'https://localhost.localdomain.invalid/',
    ]) {
      await administrator.put(path, { ...TERMS, url, enabled: true })
      await administrator.post(`${path}/deliveries/${(await deliveries(place))[0]!.id}/retry`, {})
      await drain(place, new Date(Date.now() + 1_000))
      const [row] = await deliveries(place)
      const expected = url.includes('invalid') ? ['waiting', 'name_unknown'] : ['dead', 'address_refused']
      assert.deepEqual([row!.state, row!.error], expected, url)
    }
    assert.equal((await administrator.put(path, { ...TERMS, url: 'ftp://x.test/', enabled: true })).status, 422)
    const [system] = await ask<{ url: string }>(place, `select url from tenant.connected_systems`)
    assert.notInclude(system!.url, 'ftp')
  })

  test('without the operator’s word not even this machine is spoken to', async ({ assert }) => {
    const world = await connected()
    await held(world)
    env.set('LANDFALL_EGRESS_ALLOW', '')
    await drain(world.place)
    env.set('LANDFALL_EGRESS_ALLOW', '127.0.0.1')
    assert.lengthOf(world.receiver.heard, 0)
    assert.deepInclude((await deliveries(world.place))[0], { state: 'dead', error: 'address_refused' })
  })

  test('unanswered in time and refused: supervisors are told once, and the case shows it', async ({ assert }) => {
    const world = await connected()
    const { place, receiver } = world
    const id = await held(world)
    await drain(place)
    await drain(place, new Date(Date.now() + 29 * 60_000))
    assert.lengthOf(await toldOf(place), 0)
    for (const minutes of [31, 32]) await drain(place, new Date(Date.now() + minutes * 60_000))
    const once = (await toldOf(place)).length
    assert.isAbove(once, 0)
    const { instruction } = JSON.parse(receiver.heard[0]!.body).data
    const bad = await machine(world, 'POST', `${instruction}/acknowledgement`, { outcome: 'refused' })
    assert.equal(bad.status, 422, 'a refusal has a reason')
    const refusal = { outcome: 'refused', reason: 'Box left yesterday' }
    assert.equal((await machine(world, 'POST', `${instruction}/acknowledgement`, refusal)).status, 200)
    assert.equal((await toldOf(place)).length, 2 * once)
    const { instructions } = (await (await place.as('supervisor')).page(`${place.path}/cases/${id}`)).json.props
    assert.deepInclude(instructions[0].deliveries[0], { answer: 'refused', answerReason: 'Box left yesterday' })
    assert.isNotNull(instructions[0].deliveries[0].toldAt)
  })

  test('two secrets sign while one is changed for another', async ({ assert }) => {
    const world = await connected()
    const { place, receiver, path } = world
    const former = receiver.secret
    const administrator = await place.as('administrator')
    const renewed = await once(administrator, `${path}/secret`)
    await held(world)
    await drain(place)
    assert.equal(receiver.heard[0]!.taken, 'taken', 'the receiver still has the former one')
    receiver.secret = renewed.json.props.value
    assert.notEqual(receiver.secret, former)
    const { id, timestamp, signature, body } = receiver.heard[0]!
    receiver.take(id, String(timestamp), signature, body)
    assert.equal(receiver.heard[1]!.taken, 'known', 'the new one signs as well')
    const [row] = await ask<{ secret: Buffer }>(place, `select secret from tenant.connected_systems`)
    assert.notInclude(row!.secret.toString('latin1'), receiver.secret.slice(6))
  })

  test('a system hears of its ports and kinds only, and reads nothing of another', async ({ assert }) => {
    const world = await connected({ hears: ['release'] })
    const id = await held(world)
    await drain(world.place)
    assert.lengthOf(world.receiver.heard, 0)
    const { instructions } = (await (await world.place.as('analyst')).page(`${world.place.path}/cases/${id}`)).json
      .props
    assert.deepEqual(instructions[0].deliveries, [], 'the case says that nobody was told')
    assert.equal((await machine(world, 'GET', instructions[0].id)).status, 404)
    const elsewhere = await connected({ ports: ['JMMBJ'] })
    await held(elsewhere)
    assert.lengthOf(await deliveries(elsewhere.place), 0)
    assert.equal((await machine(elsewhere, 'GET', 'nothing')).status, 404)
  })

  test('only who issues tokens connects systems; a secret comes before switching on', async ({ assert }) => {
    const place = await makePlace()
    const base = `${place.path}/administration/systems`
    for (const role of ['supervisor', 'analyst', 'auditor', 'data_steward'])
      assert.equal((await (await place.as(role)).page(base)).status, 403, role)
    const administrator = await place.as('administrator')
    const terms = { ...TERMS, url: 'https://pcs.example/landfall' }
    const id = (await administrator.post(base, terms)).location!.split('/').at(-1)!
    assert.equal((await administrator.put(`${base}/${id}`, { ...terms, enabled: true })).status, 409)
    await once(administrator, `${base}/${id}/secret`)
    assert.equal((await administrator.put(`${base}/${id}`, { ...terms, enabled: true })).status, 303)
    const page = await administrator.page(`${base}/${id}`)
    assert.notInclude(page.text, 'whsec_')
  })
})
