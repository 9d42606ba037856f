/** Does work while the clock of this process goes wrong by so many milliseconds; other processes and the database keep theirs. */
export async function withClockWrongBy<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const Right = globalThis.Date
  class Wrong extends Right {
    constructor(...given: []) {
      if (given.length > 0) super(...given)
      else super(Right.now() + milliseconds)
    }

    static override now(): number {
      return Right.now() + milliseconds
    }
  }
  globalThis.Date = Wrong as DateConstructor
  try {
    return await work()
  } finally {
    globalThis.Date = Right
  }
}
