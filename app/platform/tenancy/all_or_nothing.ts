import type { Result } from '#core/kernel/result'
import { unitOfWork } from './database.js'

class Refused<E> extends Error {
  constructor(readonly result: { ok: false; error: E }) {
    super('refused half way')
  }
}

/**
 * A unit of work of several acts: when one is refused, those before it are undone. A plain `unitOfWork`
 * commits what it wrote before it returned a refusal. Not to be called inside another unit.
 */
export async function allOrNothing<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
  try {
    return await unitOfWork(async () => {
      const result = await work()
      if (!result.ok) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<T, E>
    throw error
  }
}
