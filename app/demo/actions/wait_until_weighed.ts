import { setTimeout as sleep } from 'node:timers/promises'
import { DrainIntake } from '#app/intake/published'
import { TargetingDrain } from '#app/targeting/published'
import { firstRow } from '#platform/tenancy/database'

/** Without a worker nothing moves: after this long the command drains by itself. */
const STUCK_MS = 15_000
const LOOK_MS = 500

interface Waiting {
  messages: number
  assessments: number
}

async function waiting(): Promise<Waiting> {
  const found = await firstRow<Waiting>(
    `select (select count(*)::int from tenant.received_messages where state in ('received', 'reading')) as messages,
            (select count(*)::int from tenant.assessment_requests) as assessments`
  )
  return found ?? { messages: 0, assessments: 0 }
}

export const waitUntilRead = () =>
  waitFor(
    (now) => now.messages === 0,
    () => new DrainIntake().drain()
  )

export async function waitUntilWeighed(): Promise<void> {
  await waitUntilRead()
  await waitFor(
    (now) => now.assessments === 0,
    () => new TargetingDrain().drain()
  )
}

async function waitFor(reached: (now: Waiting) => boolean, drain: () => Promise<boolean>): Promise<void> {
  let before = ''
  let since = Date.now()
  for (;;) {
    const now = await waiting()
    if (reached(now)) return
    const seen = JSON.stringify(now)
    if (seen !== before) [before, since] = [seen, Date.now()]
    if (Date.now() - since > STUCK_MS) while (await drain());
    await sleep(LOOK_MS)
  }
}
