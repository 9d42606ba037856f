import type { FactReader } from '../facts/catalogue.js'
import type { ChangedPart } from '../facts/filing_history_facts.js'
import type { MessageKey, Verdict } from './definition.js'
import { clear, hit, unknown } from './verdict.js'

/** Shared by D03 and R09: one of the parts was amended less than so many hours before arrival. */
export const lateChange = (
  facts: FactReader,
  parts: readonly ChangedPart[],
  key: 'filing.decisiveChangeHours' | 'filing.routeChangeHours',
  limit: number,
  because: MessageKey
): Verdict => {
  const changed = facts.get('filing.changed')
  if (!changed.known) return unknown('filing.changed', changed.why)
  const what = parts.filter((part) => changed.value.includes(part))
  if (what.length === 0) return clear('targeting.nearest_no_change', {})
  const left = facts.get(key)
  if (!left.known) return unknown(key, left.why)
  const hours = Math.round(left.value * 10) / 10
  if (hours >= limit) return clear('targeting.nearest_lead', { hours, limit }, (hours - limit) / limit)
  return hit({
    because,
    params: { hours, limit, partsKeys: what.map((part) => `targeting.value_${part}`).join(' ') },
    paths: [],
  })
}
