import { randomInt } from 'node:crypto'
import fc from 'fast-check'

/** The seed every property is tried with, unless `LANDFALL_SEED` names another or says `random` (ADR 0054). */
const SEED = 20261122

/**
 * Properties are tried with the same cases on every run, so that a run says something about the
 * change and not about luck; cases nobody has seen yet are looked for on purpose.
 */
export function seedProperties(asked: string | undefined): void {
  const seed = asked === 'random' ? randomInt(2 ** 31) : Number(asked ?? SEED)
  if (!Number.isInteger(seed)) throw new Error(`LANDFALL_SEED is "${asked}": give a whole number or "random".`)
  if (asked) console.log(`Properties are tried with LANDFALL_SEED=${seed}`)
  fc.configureGlobal({ seed })
}
