import type { FactKey } from '../facts/catalogue.js'
import type { AssessContext, MessageKey, Verdict } from './definition.js'
import { declaredDollars, huggingAmong, hugs, RATES, type Threshold } from './in_dollars.js'
import { clear, hit, unknown } from './verdict.js'

export interface Hugging extends Threshold {
  /** So many in all, this one included. */
  readonly count: number
  /** Values of others. */
  readonly others: Extract<FactKey, `history.consignee.values${string}`>
  readonly evidence: MessageKey
  readonly nearest: MessageKey
}

/** Hits when this one and enough others are worth just less than the threshold. Others are asked only where this one is. */
export const assessHugging = (context: AssessContext, hugging: Hugging): Verdict => {
  const declared = declaredDollars(context)
  if ('is' in declared) return declared
  const { threshold: limit, percent, count: needed } = hugging
  const value = Math.round(declared.usd * 100) / 100
  if (!hugs(declared.usd, hugging)) return clear('targeting.nearest_threshold', { value, limit, percent })
  const others = context.facts.get(hugging.others)
  if (!others.known) return unknown(hugging.others, others.why)
  const found = huggingAmong(context, others.value, hugging)
  const count = 1 + found.count
  const params = { value, count, limit, percent }
  if (count >= needed) return hit({ because: hugging.evidence, params, paths: declared.from })
  if (found.untold > 0) return unknown(`list:${RATES}`, 'no_reference')
  return clear(hugging.nearest, { ...params, needed }, 1 - count / needed)
}
