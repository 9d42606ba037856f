import { looksAt } from '#platform/tenancy/unit_scope'
import type { Colleague } from './queries/list_colleagues.js'

/** An alert to give to somebody, and where it is. */
export interface ToSpread {
  id: string
  port: string | null
  threat: string
}

/**
 * Who takes which: each to whoever is at a screen, may look at it and has fewest in hand, counting what was just
 * given; of equals the first by name. `null` where nobody can take it.
 */
export function spreadByLoad(
  alerts: readonly ToSpread[],
  colleagues: readonly Colleague[]
): ReadonlyMap<string, Colleague | null> {
  const load = new Map(colleagues.map(({ id, held }) => [id, held]))
  return new Map(
    alerts.map((alert) => {
      const able = colleagues.filter(({ here, absent, scope }) => here && !absent && looksAt(scope, alert))
      const least = able.toSorted((a, b) => load.get(a.id)! - load.get(b.id)!)[0] ?? null
      if (least) load.set(least.id, load.get(least.id)! + 1)
      return [alert.id, least]
    })
  )
}
