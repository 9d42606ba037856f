import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The container was filed under another number and for others shortly before: in transit, or withdrawn since. */
export const switchedBill = defineIndicator({
  code: 'R10',
  version: 1,
  title: 'targeting.indicator_r10',
  layer: 'inductive',
  group: 'routing',
  points: 25,
  threats: ['CIT', 'IPR', 'NAR'],
  modes: ['sea'],
  args: {},
  reads: ['history.container.switchedBills'],
  assess({ facts }) {
    const bills = facts.get('history.container.switchedBills')
    if (!bills.known) return unknown('history.container.switchedBills', bills.why)
    if (bills.value.length === 0) return clear('targeting.nearest_switched_bill', {})
    const params = { count: bills.value.length, bills: bills.value.slice(0, 5).join(', ') }
    return hit({ because: 'targeting.evidence_switched_bill', params, paths: bills.from })
  },
})
