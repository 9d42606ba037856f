import { leadMinutes } from '#app/targeting/published'
import { decideBy } from '#core/triage/attention'
import { clearing, type Clearing } from '#core/triage/clearing'
import { WHOLE_QUEUE } from '../triage_filters.js'
import type { DeskState } from './get_desk_state.js'
import { listTriageKeys, type TriageKey } from './list_triage_keys.js'

/** All alerts that wait, whatever a screen shows of them. */
export const wholeQueue = (): Promise<TriageKey[]> => listTriageKeys(WHOLE_QUEUE, '')

/**
 * Whether each ship's alerts will be decided in time, by its call; ships of unknown arrival under `unknown`. Of the
 * whole queue: a ship is not in time because a filter hides what is due before it. One answer for every screen.
 */
export async function clearShips(
  queue: readonly TriageKey[],
  { pace, analysts }: Pick<DeskState, 'pace' | 'analysts'>,
  now: Date
): Promise<ReadonlyMap<string, Clearing>> {
  const lead = await leadMinutes()
  const waiting = new Map<string, { id: string; undecided: number; due: number | null }>()
  for (const { call_id: call, arrival, undecided } of queue) {
    const id = call ?? 'unknown'
    const known = waiting.get(id) ?? { id, undecided: 0, due: decideBy(arrival?.getTime() ?? null, lead) }
    waiting.set(id, { ...known, undecided: known.undecided + (undecided ? 1 : 0) })
  }
  return clearing([...waiting.values()], pace, analysts, now.getTime())
}
