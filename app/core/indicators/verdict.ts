import {
  CAN_STILL_ARRIVE,
  type AnyFactKey,
  type Fact,
  type FactReader,
  type MissingReason,
} from '../facts/catalogue.js'
import type { Evidence, MessageKey, Nearest, Verdict } from './definition.js'

type Params = Readonly<Record<string, string | number>>

export const hit = (...evidence: readonly Evidence[]): Verdict => ({ is: 'hit', evidence })

/** Clear, with how near it came: distance 0 just missed, 1 far away. */
export const clear = (because: MessageKey, params: Params, distance = 1): Verdict => ({
  is: 'clear',
  nearest: { because, params, distance: Math.min(1, Math.max(0, distance)) } satisfies Nearest,
})

export const unknown = (missing: AnyFactKey | `list:${string}`, why: MissingReason): Verdict => ({
  is: 'unknown',
  missing,
  why,
})

/** The administration keeps no edition of the list: that is not a reason to call anything clear. */
export const noList = (code: string): Verdict => unknown(`list:${code}`, 'no_reference')

/**
 * The missing one of several facts, one that can still arrive before one that cannot;
 * `null` when all are known.
 */
export const firstMissing = (facts: FactReader, keys: readonly AnyFactKey[]): Verdict | null => {
  let first: Verdict | null = null
  for (const key of keys) {
    const fact: Fact<unknown> = facts.get(key)
    if (fact.known) continue
    if (CAN_STILL_ARRIVE.has(fact.why)) return unknown(key, fact.why)
    first ??= unknown(key, fact.why)
  }
  return first
}
