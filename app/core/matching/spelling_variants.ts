/** Letters that may differ, as a share of the longer name. */
const SHARE = 0.2

/** Those of `names` that are written nearly like `name`: a few letters differ, or the order of the words. */
export const spellingVariants = (name: string, names: readonly string[]): readonly string[] => {
  const words = sorted(name)
  return names.filter((other) => {
    if (other === name) return false
    const most = Math.floor(Math.max(name.length, other.length) * SHARE)
    return sorted(other) === words || differsByAtMost(name, other, most)
  })
}

const sorted = (name: string): string => name.split(/[ :]/).sort().join(' ')

/** Levenshtein distance, given up as soon as it must be above `most`. */
const differsByAtMost = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1))
      )
    }
    if (Math.min(...next) > most) return false
    row = next
  }
  return row[b.length]! <= most
}
