import { switchReading } from '#app/travellers/actions/switch_reading'
import type { Answer } from './visitor.js'
import type { Place } from './world.js'

/** Turns the reading of lists of travellers on, as the privacy officer does, or off. */
export async function readTravellersOf(place: Place, reads = true, seen = 0): Promise<void> {
  const done = await place.run(() =>
    switchReading({ reads, basis: 'Passenger Information Act, section 4', seen }, place.officers.privacy_officer!.id)
  )
  if (!done.ok) throw new Error('the switch did not move')
}

/** Asks who is aboard, as a page does. */
export async function openTravellers(
  place: Place,
  call: string,
  query: Record<string, string>,
  role = 'intelligence'
): Promise<Answer> {
  const visitor = await place.as(role)
  const asked = new URLSearchParams(query)
  return visitor.get(`${place.path}/conveyances/${call}/travellers?${asked}`, { accept: 'application/json' })
}
