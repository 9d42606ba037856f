import { lowerBound } from './encoded_facts.js'
import { anyHead, ASK, FILED, headOf, NONE, OVER, SOME, UNDER, type Predicate } from './predicate.js'
import type { Vocabulary } from './vocabulary.js'

/** What `judgePredicate` reads. */
export const wordsOf = (predicate: Predicate, vocabulary: Vocabulary): readonly number[] => {
  switch (predicate.op) {
    case SOME:
    case NONE:
      return [headOf(predicate.op, predicate.slot, predicate.tokens.length), ...predicate.tokens]
    case OVER:
    case UNDER:
      return [headOf(predicate.op, predicate.slot, 1), lowerBound(vocabulary.limits[predicate.slot]!, predicate.limit)]
    case FILED:
      return [headOf(FILED, predicate.slot, 1), Number(predicate.wanted)]
    case ASK:
      return [headOf(ASK, 0, 1), predicate.question]
  }
}

export const anyOf = (members: readonly (readonly number[])[]): readonly number[] => {
  const operands = members.flat()
  return [anyHead(operands.length), ...operands]
}
