import { numberIn } from './cells.js'
import type { AssessContext, Verdict } from './definition.js'
import { firstMissing, unknown } from './verdict.js'

/** What a value is read from. */
export const VALUE_FACTS = ['goods.value', 'goods.currency'] as const
export const RATES = 'exchange_rates'

type Context = Pick<AssessContext, 'facts' | 'lists'>

/** An amount in US dollars, in which tables of values are kept; `null` where the administration keeps no rate of the currency. */
export const inDollars = ({ lists }: Pick<Context, 'lists'>, amount: number, currency: string): number | null => {
  if (currency === 'USD') return amount
  const row = lists.get(RATES)?.rows.find((each) => each['currency'] === currency)
  const rate = row === undefined ? null : numberIn(row, 'rate')
  return rate === null || rate <= 0 ? null : amount / rate
}

/** What the goods are declared to be worth in US dollars, or why that is not known. */
export const declaredDollars = (context: Context): { usd: number; from: readonly string[] } | Verdict => {
  const { facts } = context
  const [value, currency] = [facts.get('goods.value'), facts.get('goods.currency')]
  if (!value.known || !currency.known) return firstMissing(facts, VALUE_FACTS) ?? unknown('goods.value', 'not_carried')
  const usd = inDollars(context, value.value, currency.value)
  return usd === null ? unknown(`list:${RATES}`, 'no_reference') : { usd, from: [...value.from, ...currency.from] }
}

export interface Threshold {
  /** US dollars. */
  readonly threshold: number
  readonly percent: number
}

/** At the threshold or below it by so many per cent at most. */
export const hugs = (usd: number, { threshold, percent }: Threshold): boolean =>
  usd <= threshold && usd >= threshold * (1 - percent / 100)

/** How many of other values (`JMD 15000`) hug the threshold too, and whether one of them cannot be told. */
export const huggingAmong = (context: Context, values: readonly string[], threshold: Threshold) => {
  const dollars = values.map((value) => {
    const [currency = '', amount] = value.split(' ')
    return inDollars(context, Number(amount), currency)
  })
  return {
    count: dollars.filter((usd) => usd !== null && hugs(usd, threshold)).length,
    untold: dollars.filter((usd) => usd === null).length,
  }
}
