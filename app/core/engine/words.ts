import { lowerBound } from './encoded_facts.js'
import { anyHead, ASK, FILED, headOf, NONE, OVER, SOME, UNDER, type Predicate } from './predicate.js'
import type { Vocabulary } from './vocabulary.js'

/** A growing row of words. */
export class Words {
  #words = new Int32Array(1024)
  length = 0

  push(...words: readonly number[]): void {
    this.append(words)
  }

  append(words: ArrayLike<number>): void {
    while (this.length + words.length > this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2)
      larger.set(this.#words)
      this.#words = larger
    }
    this.#words.set(words, this.length)
    this.length += words.length
  }

  set(at: number, word: number): void {
    this.#words[at] = word
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
