import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend } from 'bullmq'

/** Between two looks for a job while the database does not answer. */
const PAUSE_MS = 250

type CreateBackend = typeof createPostgresBackend

/**
 * BullMQ asks for the next job again at once when asking failed: a server that is gone for seconds
 * would cost a core and a line of log each turn.
 */
export const createPatientBackend: CreateBackend = (...args) => {
  const backend = createPostgresBackend(...args)
  const moveToActive = backend.moveToActive.bind(backend)
  backend.moveToActive = async (...asked) => {
    try {
      return await moveToActive(...asked)
    } catch (error) {
      await sleep(PAUSE_MS)
      throw error
    }
  }
  return backend
}
