/**
 * How alike two normalised names are, 0 to 1: one minus the edits (insert, drop, change, swap of
 * neighbours) over the longer length. Below `least` the answer may be 0 without counting to the end.
 */
export const similarity = (a: string, b: string, least = 0): number => {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  const most = Math.floor((1 - least) * longest + 1e-9)
  if (Math.abs(a.length - b.length) > most) return 0
  const edits = distance(a, b, most)
  return edits > most ? 0 : 1 - edits / longest
}

/** Optimal string alignment; stops once every way costs more than `most`. */
const distance = (a: string, b: string, most: number): number => {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
