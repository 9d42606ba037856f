/** Medians of some runs. Seconds; `cpu` is what all threads of the process took, those of the collector too. */
export interface Figures {
  readonly wall: number
  readonly cpu: number
  readonly count: number
}

/**
 * Runs every piece of work three times to warm up, and then `runs` times in turns, so that what else the machine does meets
 * all of them. @throws when a piece of work counts otherwise than at first.
 */
export async function interleaved(work: readonly (() => Promise<number>)[], runs: number): Promise<Figures[]> {
  const counts: number[] = []
  for (let round = 0; round < 3; round++) for (const [at, each] of work.entries()) counts[at] = await each()
  const taken = work.map(() => ({ wall: [] as number[], cpu: [] as number[] }))
  for (let run = 0; run < runs; run++) {
    for (const [at, each] of work.entries()) {
      const [from, before] = [performance.now(), process.cpuUsage()]
      if ((await each()) !== counts[at]) throw new Error('the same input gave another count')
      taken[at]?.wall.push((performance.now() - from) / 1e3)
      const { user, system } = process.cpuUsage(before)
      taken[at]?.cpu.push((user + system) / 1e6)
    }
  }
  return taken.map(({ wall, cpu }, at) => ({
    wall: median(wall),
    cpu: median(cpu),
    count: counts[at] ?? 0,
  }))
}

const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] ?? 0
