import DrainIntake from '#app/intake/jobs/drain_intake'
import { receiveMessage, type IncomingMessage, type Receipt } from '#app/intake/published'
import { rows } from '#platform/tenancy/database'
import type { Place } from './world.js'

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

/** Bytes received in an administration, as from the console. */
export async function receive(
  place: Place,
  bytes: Uint8Array,
  options: Partial<IncomingMessage> = {}
): Promise<Receipt> {
  const received = await place.run(() =>
    receiveMessage({
      bytes: once(bytes),
      channel: 'console',
      filename: 'test.edi',
      senderId: null,
      submittedBy: null,
      ...options,
    })
  )
  if (!received.ok) throw new Error(`not received: ${received.error}`)
  return received.value
}

/** Reads everything that waits in the administration, as the worker would. */
export async function drainIntake(place: Place): Promise<void> {
  await place.run(async () => {
    while (await new DrainIntake().drain());
  })
}

/** Whole turns of the job, as the queue would give them, until its bell is answered. */
export async function turnUntilRead(place: Place): Promise<void> {
  const hangs = `select 1 from control.doorbells where administration_id = ? and room = 'intake'`
  while ((await ask(place, hangs, [place.administration.id])).length > 0)
    await place.run(() => new DrainIntake().execute())
}

/** Received and read. */
export async function file(place: Place, bytes: Uint8Array, options: Partial<IncomingMessage> = {}): Promise<Receipt> {
  const receipt = await receive(place, bytes, options)
  await drainIntake(place)
  return receipt
}

/** Rows of one statement inside the administration. */
export const ask = <T>(place: Place, sql: string, bindings: readonly unknown[] = []): Promise<T[]> =>
  place.run(() => rows<T>(sql, bindings))
