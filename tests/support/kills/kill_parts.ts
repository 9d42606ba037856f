import { setTimeout as sleep } from 'node:timers/promises'
import { PARTS, type Drill, type Part } from './drill.js'
import { MESSAGES } from './load.js'
import type { Sender } from './sender.js'

export interface Kill {
  part: Part
  /** Rows in flight when it was killed. */
  inFlight: number
}

/** Whole numbers from 0 to below `most`, the same for the same seed (Lehmer). */
export function drawsOf(seed: number): (most: number) => number {
  let state = (seed % 2_147_483_646) + 1
  return (most) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * most)
  }
}

/** Kills parts without warning, each while rows are in flight and each part at least once; the load goes on in between. */
export async function killParts(
  drill: Drill,
  sender: Sender,
  kills: number,
  draw: (most: number) => number
): Promise<Kill[]> {
  const done: Kill[] = []
  for (const part of shuffled(kills, draw)) {
    sender.allow(Math.ceil((MESSAGES * (done.length + 1)) / (kills + 1)))
    await sleep(draw(1_500))
    const pid = await drill.living(part)
    const inFlight = await rowsInFlight(drill, sender)
    process.kill(pid, 'SIGKILL')
    done.push({ part, inFlight })
    await drill.back(part, pid)
  }
  sender.allow(MESSAGES)
  return done
}

/** Lets more of the load through until some of it is on its way. */
async function rowsInFlight(drill: Drill, sender: Sender): Promise<number> {
  for (;;) {
    const count = await drill.witness.inFlight()
    if (count > 0) return count
    sender.allow(sender.allowed + 1)
    await sleep(10)
  }
}

function shuffled(kills: number, draw: (most: number) => number): Part[] {
  const parts = Array.from({ length: kills }, (_, at) => PARTS[at < PARTS.length ? at : draw(PARTS.length)]!)
  for (let at = parts.length - 1; at > 0; at--) {
    const other = draw(at + 1)
    const part = parts[at]!
    parts[at] = parts[other]!
    parts[other] = part
  }
  return parts
}
