/** What a check looked at, and what it found. A check that looked at nothing has not passed. */
export interface Reading {
  readonly lookedAt: Readonly<Record<string, number>>
  /** One line each, beginning with the file. */
  readonly faults: readonly string[]
}

export const lookedAtNothing = (reading: Reading) => Object.values(reading.lookedAt).every((count) => count === 0)
