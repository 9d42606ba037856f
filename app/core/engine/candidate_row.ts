/**
 * A row of the candidates: the place of its profile (`CompiledProfiles.order`), its first claim, twice the number of its claims with whether it asks a question, how
 * far on the next row lies that can do better when the first predicate of this one is clear (0: no more is known than that
 * this one cannot), the length of its program, its program, its claims.
 */
export const BEFORE = 5
export const FIRST = 1
export const CLAIMS = 2
export const ON = 3
export const LENGTH = 4

/** A claim there, so that it is read with its profile: its subject, its row in the claim tables but for the code, its code. */
export const LAID = 5
export const CODE = 4

/** Words of a row. */
export const rowLength = (candidates: Int32Array, row: number): number =>
  BEFORE + candidates[row + LENGTH]! + (candidates[row + CLAIMS]! >> 1) * LAID
