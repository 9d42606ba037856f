import { Readable } from 'node:stream'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { receiveMessage } from '#app/intake/published'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { firstRow } from '#platform/tenancy/database'
import type { Place } from '#tests/support/world'

/** What the worker does, once: reads what came and weighs what was read. */
export const work = (place: Place): Promise<void> =>
  place.run(async () => {
    while (await new DrainIntake().drain());
    while (await new TargetingDrain().drain());
  })

/** Files a message past the screen and lets it be weighed. */
export async function file(place: Place, bytes: Buffer): Promise<void> {
  await place.run(async () => {
    const received = await receiveMessage({
      bytes: Readable.from([bytes]),
      channel: 'console',
      filename: null,
      senderId: null,
      submittedBy: null,
    })
    if (!received.ok) throw new Error(received.error)
  })
  await work(place)
}

export const consignmentId = async (place: Place, reference: string): Promise<string> => {
  const found = await place.run(() =>
    firstRow<{ id: string }>(`select id from tenant.consignments where reference = ?`, [reference])
  )
  if (!found) throw new Error(`${reference} was not stored`)
  return found.id
}
