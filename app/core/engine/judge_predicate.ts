import type { EncodedFacts } from './encoded_facts.js'
import { ANY, FILED, HEAD, NONE, OPERATION, OVER, SOME, UNDER } from './predicate.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from './truth.js'

/** Answers what has no index, by the number of the question. */
export type Ask = (question: number) => Truth

/** The answer of the predicate whose words begin at a place. What is not known is never clear. */
export const judgePredicate = (words: Int32Array, at: number, facts: EncodedFacts, ask: Ask): Truth => {
  const slot = words[at + 1]!
  const operands = at + HEAD
  switch (words[at]! & OPERATION) {
    case SOME:
      for (let end = operands + words[at + 2]!, word = operands; word < end; word++) {
        if (facts.says(words[word]!)) return HIT
      }
      return facts.open[slot] === 0 ? CLEAR : UNKNOWN
    case NONE:
      for (let end = operands + words[at + 2]!, word = operands; word < end; word++) {
        if (facts.says(words[word]!)) return CLEAR
      }
      return facts.open[slot] === 0 ? HIT : UNKNOWN
    case OVER:
      if (words[operands]! < facts.below[slot]!) return HIT
      return facts.open[slot] === 0 ? CLEAR : UNKNOWN
    case UNDER:
      if (words[operands]! >= facts.notAbove[slot]!) return HIT
      return facts.open[slot] === 0 ? CLEAR : UNKNOWN
    case FILED:
      return (words[operands] === 1 ? facts.filed[slot]! : HIT - facts.filed[slot]!) as Truth
    case ANY:
      return judgeAny(words, operands, operands + words[at + 2]!, facts, ask)
    default:
      return ask(words[operands]!)
  }
}

const judgeAny = (words: Int32Array, from: number, end: number, facts: EncodedFacts, ask: Ask): Truth => {
  let best: Truth = CLEAR
  for (let at = from; at < end; at += HEAD + words[at + 2]!) {
    const truth = judgePredicate(words, at, facts, ask)
    if (truth === HIT) return HIT
    if (truth > best) best = truth
  }
  return best
}
