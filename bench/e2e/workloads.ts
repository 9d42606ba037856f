import { setTimeout as sleep } from 'node:timers/promises'
import { assertDone, count } from './check.js'
import { cpuSeconds, cpuSince, type CpuSeconds } from './cpu.js'
import { allDone } from './done.js'
import { file } from './world.js'

/** Seconds until the receipts, from there until all is in the register, and from there until all is weighed. */
export interface Phases {
  receiving: number
  registering: number
  /** What is left when the last is registered: weighing begins with the first. */
  weighing: number
}

/** One run of a workload. */
export interface Run {
  /** From the first byte handed over to the last alert committed. */
  seconds: number
  consignments: number
  phases: Phases
  cpu: CpuSeconds
  /** Milliseconds of each message, where they come one after the other. */
  latencies: number[]
  alerts: number
}

interface Load {
  messages: readonly Uint8Array[]
  consignments: number
  postmaster: number
}

/** All at once, as after a night without line. */
export const burst = (load: Load): Promise<Run> =>
  measured(load, async (through) => {
    await through(load.messages)
    return []
  })

/** The next one comes when the one before is weighed. */
export const oneByOne = (load: Load, pause = 0): Promise<Run> =>
  measured(load, async (through) => {
    const latencies: number[] = []
    for (const bytes of load.messages) {
      const from = performance.now()
      await through([bytes])
      latencies.push(performance.now() - from)
      if (pause > 0) await sleep(pause)
    }
    return latencies
  })

async function measured(
  { messages, consignments, postmaster }: Load,
  work: (through: (some: readonly Uint8Array[]) => Promise<void>) => Promise<number[]>
): Promise<Run> {
  const phases: Phases = { receiving: 0, registering: 0, weighing: 0 }
  const through = async (some: readonly Uint8Array[]) => {
    const from = performance.now()
    for (const bytes of some) await file({ bytes })
    const received = performance.now()
    const { registered } = await allDone()
    phases.receiving += (received - from) / 1000
    phases.registering += (registered - received) / 1000
    phases.weighing += (performance.now() - registered) / 1000
  }
  const before = await count()
  const cpu = cpuSeconds(postmaster)
  const from = performance.now()
  const latencies = await work(through)
  const seconds = (performance.now() - from) / 1000
  const spent = cpuSince(cpu, postmaster)
  const now = await assertDone(before, { messages: messages.length, consignments, weighed: true })
  return { seconds, consignments, phases, cpu: spent, latencies, alerts: now.alerts - before.alerts }
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
