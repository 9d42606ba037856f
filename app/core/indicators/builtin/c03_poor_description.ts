import { defineIndicator } from '../definition.js'
import { meaningfulWords } from '../description_words.js'
import { clear, hit, unknown } from '../verdict.js'

/** A description of hardly any words, or of codes only. One that was not filed at all is unknown. */
export const poorDescription = defineIndicator({
  code: 'C03',
  version: 1,
  title: 'targeting.indicator_c03',
  layer: 'inductive',
  group: 'commodity',
  points: 15,
  threats: ['DQ'],
  modes: ['sea', 'air'],
  args: { words: { kind: 'integer', label: 'targeting.argument_words', default: 3, min: 1, max: 10 } },
  reads: ['goods.description'],
  assess({ facts, args }) {
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const count = new Set(meaningfulWords(description.value)).size
    if (count >= args.words)
      return clear('targeting.nearest_words', { count, limit: args.words }, (count - args.words + 1) / 10)
    return hit({
      because: 'targeting.evidence_poor_description',
      params: { description: description.value, count, limit: args.words },
      paths: description.from,
    })
  },
})
