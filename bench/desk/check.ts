import { firstRow } from '#platform/tenancy/database'
import type { Place } from '#tests/support/world'
import { ALERTS } from './world.js'

interface Decided {
  dismissed: number
  closed: number
  open: number
}

export const countDecided = (place: Place): Promise<Decided> =>
  place.run(
    async () =>
      (await firstRow<Decided>(
        `select (select count(*)::int from tenant.alert_events where kind = 'dismissed') as dismissed,
                (select count(*)::int from tenant.case_events where act = 'close_without_action') as closed,
                (select count(*)::int from tenant.alerts where state = 'new') as open`
      ))!
  )

/** What was timed was done: each round dismissed one alert and closed one case, and all is open again. */
export async function assertDecided(place: Place, before: Decided, rounds: number): Promise<void> {
  const now = await countDecided(place)
  const expected = { dismissed: before.dismissed + rounds, closed: before.closed + rounds, open: ALERTS }
  if (JSON.stringify(now) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(now)}`)
}
