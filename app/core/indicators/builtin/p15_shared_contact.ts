import { defineIndicator } from '../definition.js'
import type { FactKey } from '../../facts/catalogue.js'
import { clear, firstMissing, hit } from '../verdict.js'

const SHARED = ['history.contact.consignees', 'history.address.consignees'] as const satisfies readonly FactKey[]

/** Several consignees on one telephone, e-mail or address in 12 months. */
export const sharedContact = defineIndicator({
  code: 'P15',
  version: 1,
  title: 'targeting.indicator_p15',
  layer: 'inductive',
  group: 'party',
  points: 25,
  threats: ['TBM', 'IPR', 'REV'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 4, min: 2, max: 100 } },
  reads: SHARED,
  assess({ facts, args }) {
    const counts = SHARED.map((key) => facts.get(key)).flatMap((fact) => (fact.known ? [fact.value] : []))
    const count = Math.max(0, ...counts)
    if (count >= args.count) return hit({ because: 'targeting.evidence_shared_contact', params: { count }, paths: [] })
    return (
      firstMissing(facts, SHARED) ??
      clear('targeting.nearest_count', { count, limit: args.count }, (args.count - count) / args.count)
    )
  },
})
