import { test } from '@japa/runner'
import { PERMISSIONS } from '#platform/access/permissions'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { SESSION_ENDED } from '#platform/access/sessions'
import { uuidv7 } from '#platform/database/uuid'
import { isOwn, mayHear } from '#platform/live/live_controller'
import {
  ACCESS_CHANGED,
  LIVE_CHANNEL,
  LIVE_KINDS,
  notifyLive,
  PERSONAL_KIND,
  tellOfficer,
  type LiveKind,
} from '#platform/live/notify'
import { collidingWorlds, makeSide } from '#tests/support/colliding_worlds'
import { connectedAs } from '#tests/support/database_roles'
import { LiveStream } from '#tests/support/live_stream'
import { signedInUnitOfficer } from '#tests/support/unit_officers'
import { makePlace } from '#tests/support/world'
import { leaks } from './live/leaks.js'
import { count } from './tally.js'

const KINDS = Object.keys(LIVE_KINDS) as LiveKind[]

test.group('Isolation | live', () => {
  test('each role hears of its own administration what it may read, and of a neighbour nothing', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    for (const { code, permissions } of ROLE_TEMPLATES) {
      const stream = await LiveStream.open(await a.place.as(code), `${a.place.path}/live`)
      assert.equal(stream.status, 200)
      const heard = KINDS.filter((kind) => permissions.includes(LIVE_KINDS[kind]))
      const [own, foreign] = [uuidv7(), uuidv7()]
      for (const kind of KINDS) {
        await b.place.run(() => notifyLive(kind, foreign))
        await a.place.run(() => notifyLive(kind, own))
      }
      // What the role may not hear has no end to wait for: a last event of its own ends the round, if it hears any.
      await stream.until(heard.length)
      stream.close()
      assert.sameDeepMembers(
        stream.events,
        heard.map((kind) => ({ kind, id: own })),
        code
      )
      count('live kind × role', KINDS.length)
    }
  }).timeout(60_000)

  test('the filter lets through what it should, for every kind and permission', ({ assert }) => {
    assert.deepEqual(leaks(mayHear), [])
    assert.isAbove(PERMISSIONS.length, KINDS.length)
  })

  test('a planted filter that lets everything through is named', ({ assert }) => {
    assert.include(leaks(() => true)[0], 'alert:raised of a neighbour')
    assert.isNotEmpty(leaks((event, here) => event.a === here))
    count('planted holes caught', 2)
  })

  test('what is said to one officer is heard by that officer alone', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const told = a.place.officers.analyst!.id
    const streams = await Promise.all(
      ['analyst', 'supervisor', 'administrator'].map(async (role) =>
        LiveStream.open(await a.place.as(role), `${a.place.path}/live`)
      )
    )
    const neighbour = await LiveStream.open(await b.place.as('analyst'), `${b.place.path}/live`)
    // Said inside B with an id of A: the administration decides, not the id.
    await b.place.run(() => tellOfficer(told))
    await a.place.run(() => tellOfficer(told))
    await a.place.run(() => tellOfficer(a.place.officers.supervisor!.id))
    await a.place.run(() => tellOfficer(a.place.officers.administrator!.id))
    await b.place.run(() => tellOfficer(b.place.officers.analyst!.id))
    await Promise.all([...streams, neighbour].map((stream) => stream.until(1)))
    assert.deepEqual(
      [...streams, neighbour].map(({ events }) => events),
      [
        [{ kind: PERSONAL_KIND, id: told }],
        [{ kind: PERSONAL_KIND, id: a.place.officers.supervisor!.id }],
        [{ kind: PERSONAL_KIND, id: a.place.officers.administrator!.id }],
        [{ kind: PERSONAL_KIND, id: b.place.officers.analyst!.id }],
      ]
    )
    for (const stream of [...streams, neighbour]) stream.close()
    assert.isFalse(isOwn({ a: 'ours', kind: 'alert:raised', id: told }, 'ours', told))
    assert.isFalse(isOwn({ kind: PERSONAL_KIND, id: told }, 'ours', told))
    count('personal live events', 5)
  })

  test('an officer of a unit hears of what the unit looks at', async ({ assert }) => {
    const { a } = await collidingWorlds()
    const { alert, consignment, call, message, study, toAccept: inspection } = a.ids
    // The audit is not cut by units; supervisors do not read it.
    const kinds = KINDS.filter((kind) => kind !== 'audit:verified')
    const subjects: Record<string, string> = {
      alert,
      consignment,
      call,
      message,
      event: consignment,
      inspection,
      case: study,
    }
    const about = (kind: string) =>
      subjects[kind.split(':')[0]!] ?? assert.fail(`unattacked: ${kind} is about nothing known`)
    const last = uuidv7()
    for (const [port, hears] of [
      ['JMMBJ', false],
      ['JMKIN', true],
    ] as const) {
      const stream = await LiveStream.open(
        await signedInUnitOfficer(a.place, 'supervisor', [{ ports: [port] }]),
        `${a.place.path}/live`
      )
      const unlimited = await LiveStream.open(await a.place.as('supervisor'), `${a.place.path}/live`)
      for (const kind of kinds) await a.place.run(() => notifyLive(kind, about(kind) as string))
      if (hears) await stream.until(kinds.length)
      await a.place.run(() => notifyLive('alert:changed', last))
      await unlimited.until(kinds.length + 1)
      assert.lengthOf(stream.events, hears ? kinds.length : 0, port)
      stream.close()
      unlimited.close()
      count('live kind × unit', kinds.length)
    }
  }).timeout(30_000)

  test('a stream ends with its session, whoever ends it', async ({ assert }) => {
    const place = await makePlace()
    const [first, second, third] = [
      await place.signIn('auditor'),
      await place.signIn('auditor'),
      await place.signIn('auditor'),
    ]
    const streams = await Promise.all(
      [first, second, third].map((visitor) => LiveStream.open(visitor, `${place.path}/live`))
    )
    await first.post(`${place.path}/sign-out`)
    await streams[0]!.ended
    await second.delete(`${place.path}/sessions`)
    await streams[2]!.ended
    const again = await LiveStream.open(third, `${place.path}/live`)
    assert.equal(again.status, 302)
    streams[1]!.close()
  }).timeout(15_000)

  test('an officer opens five streams at most', async ({ assert }) => {
    const { a } = await collidingWorlds()
    const visitor = await a.place.signIn('profile_approver')
    const streams = []
    for (let each = 0; each < 6; each++) streams.push(await LiveStream.open(visitor, `${a.place.path}/live`))
    assert.deepEqual(
      streams.map(({ status }) => status),
      [200, 200, 200, 200, 200, 429]
    )
    for (const stream of streams) stream.close()
  })

  test('what is notified holds ids and kinds, whatever happens', async ({ assert }) => {
    const payloads: string[] = []
    const side = await connectedAs('app', async (client) => {
      client.on('notification', ({ payload }) => payloads.push(payload ?? ''))
      await client.query(`listen ${LIVE_CHANNEL}`)
      const made = await makeSide('D')
      await made.place.signIn('auditor').then((visitor) => visitor.post(`${made.place.path}/sign-out`))
      await client.query('select 1')
      return made
    })
    assert.isAbove(payloads.length, 5)
    const known = new Set<string>([...KINDS, SESSION_ENDED, PERSONAL_KIND, ACCESS_CHANGED])
    for (const payload of payloads) {
      const event = JSON.parse(payload) as Record<string, string>
      assert.isTrue(
        Object.keys(event).every((key) => ['a', 'kind', 'id'].includes(key)),
        payload
      )
      assert.isTrue(known.has(event.kind!), payload)
      assert.notInclude(payload, side.canary)
      assert.match(event.id!, /^(?:[0-9a-f-]{36}|[\w-]{43})$/)
    }
    count('notifications', payloads.length)
  }).timeout(30_000)
})
