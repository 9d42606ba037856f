import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { BULK_WORDS } from '../lexicons/bulk_goods.js'
import { clear, firstMissing, hit, unknown } from '../verdict.js'

const SAMPLES: readonly string[] = ['SAMPLE', 'SAMPLES', 'MUESTRA', 'MUESTRAS', 'ECHANTILLON', 'ECHANTILLONS']

/** Packages that cannot weigh what they are said to: one package of many tonnes of goods that do not travel in one piece, or heavy "samples". */
export const impossiblePieces = defineIndicator({
  code: 'D11',
  version: 1,
  title: 'targeting.indicator_d11',
  layer: 'inductive',
  group: 'document',
  points: 12,
  threats: ['REV'],
  modes: ['sea', 'air'],
  args: {
    packageKg: { kind: 'integer', label: 'targeting.argument_package_weight', default: 5000, min: 100, max: 50_000 },
    sampleKg: { kind: 'integer', label: 'targeting.argument_sample_weight', default: 100, min: 1, max: 5000 },
  },
  reads: ['consignment.packages', 'consignment.grossWeightKg', 'goods.description'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, ['consignment.packages', 'consignment.grossWeightKg', 'goods.description'])
    const [packages, weight, description] = [
      facts.get('consignment.packages'),
      facts.get('consignment.grossWeightKg'),
      facts.get('goods.description'),
    ]
    if (missing !== null || !packages.known || !weight.known || !description.known)
      return missing ?? unknown('consignment.packages', 'not_filed')
    if (packages.value <= 0) return unknown('consignment.packages', 'not_understood')
    const text = normaliseText(description.value)
    const each = Math.round(weight.value / packages.value)
    const sample = SAMPLES.some((words) => holdsWords(text, words))
    const limit = sample ? args.sampleKg : args.packageKg
    const params = { weightKg: each, limit }
    if (each <= limit) return clear('targeting.nearest_package_weight', params, (limit - each) / limit)
    const bulk = sample ? undefined : BULK_WORDS.find((words) => holdsWords(text, words))
    if (bulk !== undefined) return clear('targeting.nearest_heavy_goods', { ...params, goods: bulk }, 0.3)
    return hit({
      because: 'targeting.evidence_package_weight',
      params: { ...params, count: packages.value },
      paths: [...packages.from, ...weight.from],
    })
  },
})
