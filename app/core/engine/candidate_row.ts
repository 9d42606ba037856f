/**
 * A row of the candidates: the profile, where its claims begin, twice where they end with whether it asks a question, how far on
 * the next row lies that can do better when the first predicate of this one is clear (0: no more is known than that this
 * one cannot), the length of its program, its program.
 */
export const BEFORE = 5
export const CLAIMS = 1
export const ON = 3
export const LENGTH = 4
