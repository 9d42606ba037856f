import { receiveMessage } from '#app/intake/published'
import DrainIntake from '#app/intake/jobs/drain_intake'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { firstRow } from '#platform/tenancy/database'
import { corpusOf } from '../intake/corpus.js'
import { cpuMs } from './matching.js'

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

/** Of the time in which filed cargo is drained, how much this process computes, and how much of it is the weighing. */
export async function drainShares(seed: number): Promise<{
  readonly consignments: number
  readonly seconds: number
  readonly computes: number
  readonly weighs: number
}> {
  for (const bytes of corpusOf(seed, Date.UTC(2026, 10, 21), { name: 'SHIP', messages: 4, consignments: 250 })) {
    const received = await receiveMessage({
      bytes: once(bytes),
      channel: 'console',
      filename: null,
      senderId: null,
      submittedBy: null,
    })
    if (!received.ok) throw new Error(received.error)
  }
  while (await new DrainIntake().drain());
  const from = performance.now()
  const cpu = cpuMs()
  while (await new TargetingDrain().drain());
  const ms = performance.now() - from
  const computes = (cpuMs() - cpu) / ms
  const found = await firstRow<{ count: number; us: number }>(
    `select count(*)::int as count, coalesce(sum(duration_us), 0)::int as us from tenant.assessments`
  )
  return { consignments: found!.count, seconds: ms / 1000, computes, weighs: found!.us / 1000 / ms }
}
