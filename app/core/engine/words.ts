import { lowerBound } from './encoded_facts.js'
import { ANY, ASK, FILED, NONE, OVER, SOME, UNDER, type Predicate } from './predicate.js'
import type { Vocabulary } from './vocabulary.js'

/** A growing row of words. */
export class Words {
  #words = new Int32Array(1024)
  length = 0

  push(...words: readonly number[]): void {
    while (this.length + words.length > this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2)
      larger.set(this.#words)
      this.#words = larger
    }
    this.#words.set(words, this.length)
    this.length += words.length
  }

  done(): Int32Array {
    return this.#words.slice(0, this.length)
  }
}

/** What `judgePredicate` reads. */
export const wordsOf = (predicate: Predicate, vocabulary: Vocabulary): readonly number[] => {
  switch (predicate.op) {
    case SOME:
    case NONE:
      return [predicate.op, predicate.slot, predicate.tokens.length, ...predicate.tokens]
    case OVER:
    case UNDER:
      return [predicate.op, predicate.slot, 1, lowerBound(vocabulary.limits[predicate.slot]!, predicate.limit)]
    case FILED:
      return [FILED, predicate.slot, 1, Number(predicate.wanted)]
    case ASK:
      return [ASK, 0, 1, predicate.question]
  }
}

export const anyOf = (members: readonly (readonly number[])[]): readonly number[] => {
  const operands = members.flat()
  return [ANY, 0, operands.length, ...operands]
}
