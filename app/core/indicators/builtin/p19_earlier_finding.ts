import { defineIndicator } from '../definition.js'
import type { FactKey } from '../../facts/catalogue.js'
import { clear, firstMissing } from '../verdict.js'

const PARTIES = ['findings.consignee.resultant', 'findings.consignor.resultant'] as const satisfies readonly FactKey[]
/** Of all points, for a find that is just worth mentioning; three fresh ones give all of them. */
const AT_LEAST = 0.2
const ALL_AT = 3

/** Inspections of these parties found something; each find loses half of its weight in 18 months. */
export const earlierFinding = defineIndicator({
  code: 'P19',
  version: 1,
  title: 'targeting.indicator_p19',
  layer: 'deductive',
  group: 'party',
  points: 50,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { weight: { kind: 'decimal', label: 'targeting.argument_finding_weight', default: 0.25, min: 0.01, max: 10 } },
  reads: PARTIES,
  assess({ facts, args }) {
    const weight = Math.max(
      0,
      ...PARTIES.map((key) => facts.get(key)).flatMap((fact) => (fact.known ? [fact.value] : []))
    )
    const shown = Math.round(weight * 100) / 100
    if (weight < args.weight) {
      const params = { weight: shown, limit: args.weight }
      return (
        firstMissing(facts, PARTIES) ?? clear('targeting.nearest_earlier_finding', params, 1 - weight / args.weight)
      )
    }
    return {
      is: 'hit',
      weight: Math.min(1, AT_LEAST + ((1 - AT_LEAST) * weight) / ALL_AT),
      evidence: [{ because: 'targeting.evidence_earlier_finding', params: { weight: shown }, paths: [] }],
    }
  },
})
