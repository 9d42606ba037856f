/** An empty list: most lists of a draft stay empty, and one for each would be much to make and to clear away. */
export const NONE: readonly never[] = Object.freeze([])

/** A list with one more. It is the same list from the second on, so nobody else may hold it. */
export const appended = <T>(list: readonly T[], value: T): readonly T[] => {
  if (list.length === 0) return [value]
  ;(list as T[]).push(value)
  return list
}
