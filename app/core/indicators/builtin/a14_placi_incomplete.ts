import { onlyByAir } from '../by_air.js'
import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

const PLACI = [
  'consignment.reference',
  'consignor.name',
  'consignor.address',
  'consignee.name',
  'consignee.address',
  'goods.description',
  'consignment.packages',
  'consignment.grossWeightKg',
] as const

/** What has to be known before loading (the seven of the PLACI data set) is not all there. What the document does not name is the finding; where it names nothing of it, nobody can tell. */
export const placiIncomplete = defineIndicator({
  code: 'A14',
  version: 1,
  title: 'targeting.indicator_a14',
  layer: 'inductive',
  group: 'air',
  points: 15,
  threats: ['DQ', 'SEC'],
  modes: ['air'],
  args: {},
  reads: ['conveyance.mode', ...PLACI],
  assess({ facts }) {
    const other = onlyByAir(facts)
    if (other !== null) return other
    const absent = PLACI.filter((key) => !facts.get(key).known)
    if (absent.length === PLACI.length) return firstMissing(facts, PLACI)!
    if (absent.length === 0) return clear('targeting.nearest_placi', { count: PLACI.length })
    return hit({
      because: 'targeting.evidence_placi',
      params: {
        count: absent.length,
        fieldsKeys: absent.map((key) => `targeting.fact_${key.replaceAll('.', '_')}`).join(' '),
      },
      paths: [],
    })
  },
})
