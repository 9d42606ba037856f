import { onlyByAir } from '../by_air.js'
import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The chain of flights hides where the goods come from: loaded in another country than the consignor’s, with neither origin nor place of receipt named. */
export const hiddenOrigin = defineIndicator({
  code: 'A16',
  version: 1,
  title: 'targeting.indicator_a16',
  layer: 'inductive',
  group: 'air',
  points: 12,
  threats: ['NAR'],
  modes: ['air'],
  args: {},
  reads: [
    'conveyance.mode',
    'consignor.country',
    'place.loading.country',
    'place.origin.country',
    'place.receipt.country',
  ],
  assess({ facts }) {
    const other = onlyByAir(facts)
    if (other !== null) return other
    const [consignor, loading] = [facts.get('consignor.country'), facts.get('place.loading.country')]
    if (!consignor.known) return unknown('consignor.country', consignor.why)
    if (!loading.known) return unknown('place.loading.country', loading.why)
    const named = (['place.origin.country', 'place.receipt.country'] as const).find((key) => facts.get(key).known)
    if (named !== undefined) return clear('targeting.nearest_origin_named', {})
    if (consignor.value === loading.value) return clear('targeting.nearest_loaded_at_home', { country: loading.value })
    return hit({
      because: 'targeting.evidence_hidden_origin',
      params: { consignor: consignor.value, loading: loading.value },
      paths: [...consignor.from, ...loading.from],
    })
  },
})
