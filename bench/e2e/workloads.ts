import { setTimeout as sleep } from 'node:timers/promises'
import { assertDone, count } from './check.js'
import { cpuSeconds, cpuSince, type CpuSeconds } from './cpu.js'
import { allDone } from './done.js'
import { file } from './world.js'

/** One run of a workload. */
export interface Run {
  /** From the first byte handed over to the last alert committed. */
  seconds: number
  consignments: number
  cpu: CpuSeconds
  /** Milliseconds of each message, where they come one after the other. */
  latencies: number[]
  /** Share of the time until everything was registered; weighing may have begun before. */
  alerts: number
}

interface Load {
  messages: readonly Uint8Array[]
  consignments: number
  postmaster: number
}

/** All at once, as after a night without line. */
export const burst = (load: Load): Promise<Run> =>
  measured(load, async () => {
    for (const bytes of load.messages) await file({ bytes })
    await allDone()
    return []
  })

/** The next one comes when the one before is weighed. */
export const oneByOne = (load: Load, pause = 0): Promise<Run> =>
  measured(load, async () => {
    const latencies: number[] = []
    for (const bytes of load.messages) {
      const from = performance.now()
      await file({ bytes })
      await allDone()
      latencies.push(performance.now() - from)
      if (pause > 0) await sleep(pause)
    }
    return latencies
  })

async function measured({ messages, consignments, postmaster }: Load, work: () => Promise<number[]>): Promise<Run> {
  const before = await count()
  const cpu = cpuSeconds(postmaster)
  const from = performance.now()
  const latencies = await work()
  const seconds = (performance.now() - from) / 1000
  const spent = cpuSince(cpu, postmaster)
  const now = await assertDone(before, { messages: messages.length, consignments, weighed: true })
  return { seconds, consignments, cpu: spent, latencies, alerts: now.alerts - before.alerts }
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
