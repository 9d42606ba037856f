import type { Fact, FactKey } from '../facts/catalogue.js'
import type { MatchKind } from '../matching/watch_list.js'
import type { AssessContext, Evidence, Verdict } from './definition.js'
import { clear, firstMissing, hit, unknown } from './verdict.js'

/** Looks every value of the facts up; a listed one hits even when another fact is missing. */
export const lookUp = (
  { facts, watchLists }: Pick<AssessContext, 'facts' | 'watchLists'>,
  kind: MatchKind,
  keys: readonly FactKey[]
): Verdict => {
  if (!watchLists.covers(kind)) return unknown(`list:watch_list_${kind}`, 'no_reference')
  let looked = 0
  const evidence = keys.flatMap((key): Evidence[] => {
    const fact: Fact<unknown> = facts.get(key)
    if (!fact.known) return []
    const values = (Array.isArray(fact.value) ? fact.value : [fact.value]) as readonly unknown[]
    return values.flatMap((value, index): Evidence[] => {
      looked++
      return watchLists.match(kind, String(value), fact.from[index] ?? fact.from[0] ?? '').map(({ entry, path }) => ({
        because: 'targeting.evidence_watch_list',
        params: {
          value: String(value),
          entry: entry.value,
          list: entry.list,
          reason: entry.reason,
          edition: entry.edition,
        },
        paths: path === '' ? [] : [path],
        list: { code: entry.list, edition: entry.edition },
      }))
    })
  })
  if (evidence.length > 0) return hit(...evidence)
  return firstMissing(facts, keys) ?? clear('targeting.nearest_watch_list', { count: looked })
}
