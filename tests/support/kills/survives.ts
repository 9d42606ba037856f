import type { Assert } from '@japa/assert'
import { eventually } from '#tests/integration/bin/installation'
import { Drill } from './drill.js'
import { drawsOf, killParts } from './kill_parts.js'
import { CONSIGNMENTS, loadOf, MESSAGES } from './load.js'
import { Sender, type SentMessage } from './sender.js'

/** The load under kills: afterwards everything that got a receipt is there and weighed, once. */
export async function survives(kills: number, assert: Assert): Promise<void> {
  const seed = Number(process.env.LANDFALL_SEED ?? Date.now() % 1_000_000)
  console.log(`    seed ${seed} (LANDFALL_SEED)`)
  const drill = await Drill.begin()
  try {
    const sender = new Sender(drill.url, drill.token, loadOf(seed))
    const sending = sender.run()
    const [done] = await Promise.all([killParts(drill, sender, kills, drawsOf(seed)), sending])
    for (const { part, inFlight } of done) console.log(`    kill -9 ${part} with ${inFlight} rows in flight`)
    assert.lengthOf(done, kills)
    await everythingArrived(drill, sender, assert)
  } catch (error) {
    console.log(drill.story())
    throw error
  } finally {
    await drill.end()
  }
}

/** Everything that got a receipt is read to its end, stored once, weighed once, and its bytes are there. */
export async function everythingArrived(drill: Drill, sender: Sender, assert: Assert): Promise<void> {
  await eventually(
    'the end of reading and weighing',
    async () => ((await drill.witness.inFlight()) === 0 ? true : null),
    180
  )
  await storedOnce(drill, sender.sent, assert)
  await weighedOnce(drill, assert)
  await bytesKept(drill, sender.sent, assert)
  await eventually('the sealing of the audit', async () => ((await drill.witness.unsealed()) === 0 ? true : null), 60)
  console.log(
    `    ${sender.sent.length} receipts, ${sender.sent.filter(({ retries }) => retries > 0).length} after a repetition`
  )
}

async function storedOnce({ witness }: Drill, sent: readonly SentMessage[], assert: Assert): Promise<void> {
  const stored = await witness.rows<{
    id: string
    sha256: string
    state: string
    messages: number
    consignments: number
  }>(`select id, sha256, state, messages, consignments from tenant.received_messages order by sha256`)
  const receipts = [...sent].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  assert.lengthOf(receipts, MESSAGES)
  assert.deepEqual(
    stored,
    receipts.map(({ id, sha256 }) => ({ id, sha256, state: 'registered', messages: 1, consignments: CONSIGNMENTS }))
  )
}

const ALL = MESSAGES * CONSIGNMENTS

async function weighedOnce({ witness }: Drill, assert: Assert): Promise<void> {
  const [counts] = await witness.rows<Record<string, number>>(
    `select (select count(*)::int from tenant.messages) as messages,
       (select count(*)::int from tenant.manifests) as manifests,
       (select count(*)::int from tenant.consignments) as consignments,
       (select count(distinct reference)::int from tenant.consignments) as numbers,
       (select count(*)::int from tenant.consignment_revisions) as revisions,
       (select count(*)::int from tenant.assessments) as assessments,
       (select count(distinct a.revision_id)::int from tenant.assessments a join tenant.consignments c on c.revision_id = a.revision_id) as weighed,
       (select count(*)::int from tenant.standings) as standings,
       (select count(*)::int from tenant.alerts) as alerts,
       (select count(distinct (consignment_id, threat))::int from tenant.alerts) as distinct_alerts,
       (select count(distinct consignment_id)::int from tenant.alerts) as alerted`
  )
  const { alerts, distinct_alerts: distinctAlerts, alerted, ...rest } = counts!
  assert.deepEqual(rest, {
    messages: MESSAGES,
    manifests: MESSAGES,
    consignments: ALL,
    numbers: ALL,
    revisions: ALL,
    assessments: ALL,
    weighed: ALL,
    standings: ALL,
  })
  assert.equal(alerts, distinctAlerts)
  assert.isAtLeast(alerted!, MESSAGES)
}

/** The bytes behind every receipt, fetched by an officer. */
async function bytesKept(drill: Drill, sent: readonly SentMessage[], assert: Assert): Promise<void> {
  const steward = await drill.steward()
  for (const { id, bytes } of sent) {
    const { status, text } = await steward.get(`/a/JM/messages/${id}/raw`)
    assert.equal(status, 200)
    assert.equal(text, new TextDecoder().decode(bytes))
  }
}
