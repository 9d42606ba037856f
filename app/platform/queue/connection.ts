import { runMigrations } from 'bullmq'
import env from '#start/env'
import { mainDatabase } from '#platform/database/connections'
import { checkedRedisUrl } from './redis_address.js'
import { createPatientBackend } from './patient_backend.js'

/** BullMQ's schema; its tables belong to the owner, `landfall_queue` works in them. */
export const QUEUE_SCHEMA = 'bullmq'

/** Arguments of `new Queue(name, …)` and `new Worker(name, …, …)` for the backend in use. */
export function queueBackend(max: number, redisUrl: string | undefined = env.get('REDIS_URL')) {
  if (redisUrl)
    return { connection: { url: checkedRedisUrl(redisUrl), maxRetriesPerRequest: null }, backend: undefined }
  return {
    connection: {
      ...mainDatabase(),
      user: 'landfall_queue',
      password: env.get('LANDFALL_DB_QUEUE_PASSWORD'),
      schema: QUEUE_SCHEMA,
      max,
    },
    backend: createPatientBackend,
  }
}

export { runMigrations }
