import { createHash } from 'node:crypto'

/** A number in [0, 1) that the seed, a bill and a question always give alike. */
export function roll(seed: number, about: string, question: string): number {
  return createHash('sha256').update(`${seed}/${question}/${about}`).digest().readUInt32BE(0) / 2 ** 32
}

/** One of the list, by such a number. */
export const pick = <T>(list: readonly T[], number: number): T => list[Math.floor(number * list.length)]!
