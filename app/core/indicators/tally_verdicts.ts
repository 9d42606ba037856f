import { factReader } from '../facts/fact.js'
import type { FactSnapshot } from '../facts/catalogue.js'
import type { WatchListMatcher } from '../matching/watch_list.js'
import { argumentsOf } from './arguments.js'
import type { IndicatorDefinition } from './definition.js'
import type { ReferenceLists } from './reference_lists.js'
import type { IndicatorRegistry } from './registry.js'

export interface VerdictCounts {
  readonly code: string
  readonly hit: number
  readonly clear: number
  readonly unknown: number
  /** What was missing most often, and why: `goods.hs not_carried`; `null` when nothing was. */
  readonly mostMissing: string | null
}

/** Counts what every indicator, in its newest version and with its own arguments, says of many consignments. */
export class VerdictTally {
  readonly #definitions: readonly IndicatorDefinition[]
  readonly #counts = new Map<string, { hit: number; clear: number; unknown: number; missing: Map<string, number> }>()

  constructor(registry: IndicatorRegistry) {
    this.#definitions = registry.all.filter((definition) => registry.latest(definition.code) === definition)
    for (const { code } of this.#definitions)
      this.#counts.set(code, { hit: 0, clear: 0, unknown: 0, missing: new Map() })
  }

  add(snapshot: FactSnapshot, lists: ReferenceLists, watchLists: WatchListMatcher): void {
    const facts = factReader(snapshot)
    for (const definition of this.#definitions) {
      const counts = this.#counts.get(definition.code)
      const verdict = definition.assess({ facts, args: argumentsOf(definition, {}), lists, watchLists })
      if (counts === undefined) continue
      counts[verdict.is]++
      if (verdict.is !== 'unknown') continue
      const missing = `${verdict.missing} ${verdict.why}`
      counts.missing.set(missing, (counts.missing.get(missing) ?? 0) + 1)
    }
  }

  /** By code. */
  counts(): readonly VerdictCounts[] {
    return [...this.#counts]
      .map(([code, { missing, ...counts }]) => ({
        code,
        ...counts,
        mostMissing: [...missing].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  }
}

export interface ReportedIndicator extends VerdictCounts {
  /** The data it waits for; `null` when it is not among the waiting ones. */
  readonly waitsFor: string | null
  /** `silent`: never hits and waits for nothing; `arrived`: hits though it is said to wait. */
  readonly fault: 'silent' | 'arrived' | null
}

/** An indicator that never hits proves nothing: it has to hit on the month, or to say what it waits for. */
export const judgeCounts = (
  counts: readonly VerdictCounts[],
  waiting: Readonly<Record<string, string>>
): readonly ReportedIndicator[] =>
  counts.map((each) => {
    const waitsFor = waiting[each.code] ?? null
    const fault = each.hit === 0 ? (waitsFor === null ? 'silent' : null) : waitsFor === null ? null : 'arrived'
    return { ...each, waitsFor, fault }
  })
