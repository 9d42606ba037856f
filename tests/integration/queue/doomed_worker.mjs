/** Takes one job, says so and holds it until it is killed. */
import { createPostgresBackend, Worker } from 'bullmq'

const { name, connection, redis, lockDuration, stalledInterval } = JSON.parse(process.argv[2])
const holds = () => {
  process.send('taken')
  return new Promise(() => {})
}
new Worker(name, holds, { connection, lockDuration, stalledInterval }, redis ? undefined : createPostgresBackend)
