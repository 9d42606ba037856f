import { randomUUID } from 'node:crypto'
import { readFile } from '#core/formats/read_file'
import { createAdministration } from '#app/control/actions/create_administration'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { receiveMessage } from '#app/intake/published'
import { readOptions } from '#app/intake/read_options'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Seconds of one run; each phase starts when the one before has ended. */
export interface Timing {
  parsed: number
  received: number
  registered: number
  assessed: number
}

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

/** A new administration takes the whole corpus: read only, then received and registered, then weighed. */
export async function measure(corpus: readonly Uint8Array[], consignments: number): Promise<Timing> {
  const code = `B${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
  const administration = await createAdministration({
    code,
    name: code,
    country: 'JM',
    timezone: 'America/Jamaica',
    locale: 'en',
    currency: 'JMD',
    demo: false,
    ports: ['JMKIN'],
    plugins: [],
  })
  const actor = { kind: 'system' as const, id: 'bench' }
  return tenancy.run({ administration, actor, correlationId: randomUUID() }, async () => {
    const timing = {
      parsed: await seconds(() => parse(corpus)),
      received: await seconds(() => receive(corpus)),
      registered: await seconds(() => drained(() => new DrainIntake().drain())),
      assessed: await seconds(() => drained(() => new TargetingDrain().drain())),
    }
    await check(consignments)
    return timing
  })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

async function parse(corpus: readonly Uint8Array[]): Promise<void> {
  const options = await readOptions()
  for (const bytes of corpus) {
    const messages = readFile(once(bytes), options)
    while (!(await messages.next()).done);
  }
}

async function receive(corpus: readonly Uint8Array[]): Promise<void> {
  for (const bytes of corpus) {
    const received = await receiveMessage({
      bytes: once(bytes),
      channel: 'console',
      filename: null,
      senderId: null,
      submittedBy: null,
    })
    if (!received.ok) throw new Error(received.error)
  }
}

async function drained(drain: () => Promise<boolean>): Promise<void> {
  while (await drain());
}

/** What was measured was done: every consignment is in the register and was weighed once. */
async function check(expected: number): Promise<void> {
  const found = await firstRow<{ consignments: number; assessments: number }>(
    `select (select count(*)::int from tenant.consignments) as consignments, (select count(*)::int from tenant.assessments) as assessments`
  )
  if (found?.consignments !== expected || found.assessments !== expected) {
    throw new Error(`expected ${expected} consignments stored and weighed, found ${JSON.stringify(found)}`)
  }
}
