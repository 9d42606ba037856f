/** Paths of the first so many of a list are made once: consignments have hardly more of anything. */
const KEPT = 64

/** What `make` says of a position, kept for the first of them. */
export const byPosition = <T>(make: (at: number) => T): ((at: number) => T) => {
  const kept: (T | undefined)[] = Array.from({ length: KEPT }, () => undefined)
  return (at) => {
    const known = kept[at]
    if (known !== undefined) return known
    const made = make(at)
    if (at < KEPT) kept[at] = made
    return made
  }
}
