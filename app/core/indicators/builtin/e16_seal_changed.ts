import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The seal at discharge is not the one at loading, or not the one that the document names. */
export const sealChanged = defineIndicator({
  code: 'E16',
  version: 1,
  title: 'targeting.indicator_e16',
  layer: 'inductive',
  group: 'equipment',
  points: 30,
  threats: ['INT', 'NAR'],
  modes: ['sea'],
  args: {},
  reads: ['reported.sealsChanged'],
  assess({ facts }) {
    const changed = facts.get('reported.sealsChanged')
    if (!changed.known) return unknown('reported.sealsChanged', changed.why)
    if (changed.value.length === 0) return clear('targeting.nearest_same_seals', {})
    return hit({
      because: 'targeting.evidence_seal_changed',
      params: { numbers: changed.value.join(', ') },
      paths: changed.from,
    })
  },
})
