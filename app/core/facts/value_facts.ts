import type { Consignment } from '../cargo/consignment.js'
import { DAY, type Instant } from '../kernel/instant.js'
import type { Fact, FactKey } from './catalogue.js'
import { filed, known, missing, type Facts } from './fact.js'
import type { HistoryOfConsignment } from './history.js'
import { grossWeight } from './weight.js'
import { THIRTY_DAYS, windowStart } from './window.js'

type ValueKey = Extract<FactKey, 'goods.value' | 'goods.currency' | 'goods.valuePerKg'>
type ValueHistoryKey = Extract<FactKey, `history.consignee.values${string}`>

/** Most messages have no place for a value, or leave it empty. One in another currency is not converted here. */
export const valueFacts = (consignment: Consignment, ownCurrency: string | null): Facts<ValueKey> => {
  const amount = amountOf(consignment)
  const currency = filed(consignment.value?.currency ?? null, 'value.currency', 'not_carried')
  return { 'goods.value': amount, 'goods.currency': currency, 'goods.valuePerKg': perKg() }

  function perKg(): Fact<number> {
    const weight = grossWeight(consignment)
    if (!amount.known) return amount
    if (!currency.known) return currency
    if (ownCurrency === null || currency.value !== ownCurrency) return missing('no_reference')
    if (!weight.known) return weight
    return known(amount.value / weight.value, [...amount.from, ...currency.from, ...weight.from])
  }
}

const amountOf = ({ value }: Consignment): Fact<number> => {
  if (value === undefined) return missing('not_carried')
  const amount = Number(value.amount)
  return Number.isFinite(amount) ? known(amount, ['value.amount']) : missing('not_understood')
}

/** Nobody asks what others were worth where this one says nothing. */
export const valueHistoryFacts = (
  { values, consignee, coversFrom }: HistoryOfConsignment,
  filedAt: Instant
): Facts<ValueHistoryKey> => {
  const within = (since: Instant): Fact<readonly string[]> => {
    if (consignee === null) return missing('not_filed')
    if (values === null) return missing('not_carried')
    if (coversFrom === null || coversFrom > since) return missing('history_not_covered')
    return known(
      values.filter(({ at }) => at >= since).map(({ value }) => value),
      []
    )
  }
  return {
    'history.consignee.values30Days': within(windowStart(filedAt, THIRTY_DAYS)),
    'history.consignee.valuesDay': within(filedAt - DAY),
  }
}
