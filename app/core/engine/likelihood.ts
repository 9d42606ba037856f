import { FACT_KINDS } from '../facts/fact_kinds.js'
import type { FactSnapshot } from '../facts/catalogue.js'
import { EncodedFacts, lowerBound } from './encoded_facts.js'
import { ASK, FILED, NONE, OVER, SOME, type Predicate } from './predicate.js'
import type { Vocabulary, VocabularyBuilder } from './vocabulary.js'

/** How much a guess weighs against what a sample shows, in consignments. */
const GUESS = 5

/** How likely a predicate is to hold of a consignment whose fact is known, 0..1. */
export type Likelihood = (predicate: Predicate) => number

/**
 * Learns from a sample of the administration's own consignments: what is rare in one port is every second box in
 * another. Without a sample it guesses from what kind of thing is asked.
 */
export const likelihoodOf = (
  builder: VocabularyBuilder,
  vocabulary: Vocabulary,
  sample: readonly FactSnapshot[]
): Likelihood => {
  const counts = new Float64Array(vocabulary.tokens)
  const known = new Float64Array(vocabulary.facts.length)
  const figures: number[][] = vocabulary.facts.map(() => [])
  const encoded = new EncodedFacts(vocabulary)
  for (const facts of sample) {
    encoded.read(facts)
    for (let at = 0; at < (encoded.ends.at(-1) ?? 0); at++) counts[encoded.said[at]!]! += 1
    vocabulary.facts.forEach((key, slot) => {
      if (encoded.open[slot] === 0) known[slot]! += 1
      const fact = facts[key]
      if (fact.known && typeof fact.value === 'number') figures[slot]!.push(fact.value)
    })
  }
  const sorted = figures.map((each) => Float64Array.from(each).sort())
  const tokens = Float64Array.from(builder.tokens, ({ slot, kind, text }, token) => {
    const guess = guessed(builder, slot, kind, text)
    return (counts[token]! + GUESS * guess) / (known[slot]! + GUESS)
  })
  const some = (of: readonly number[]): number =>
    Math.min(
      1,
      of.reduce((sum, token) => sum + tokens[token]!, 0)
    )
  return (predicate) => {
    switch (predicate.op) {
      case SOME:
        return some(predicate.tokens)
      case NONE:
        return 1 - some(predicate.tokens)
      case FILED:
      case ASK:
        return 0.5
      default: {
        const seen = sorted[predicate.slot]!
        const under = seen.length < GUESS ? 0.5 : lowerBound(seen, predicate.limit) / seen.length
        return predicate.op === OVER ? 1 - under : under
      }
    }
  }
}

const guessed = (builder: VocabularyBuilder, slot: number, kind: string, text: string): number => {
  const { kind: fact, codes } = FACT_KINDS[builder.fact(slot)]
  if (kind === 'flag') return 0.5
  if (kind === 'prefix') return 1 / 3 ** text.length
  if (kind === 'phrase') return 0.01
  if (codes !== undefined) return 1 / codes.length
  return fact === 'text' ? 0.0005 : 0.02
}
