/** The 95 % interval of a rate after Wilson, which also holds for few cases and rates near 0 and 1. */
export function wilson(hits: number, of: number): { low: number; high: number } | null {
  if (of <= 0) return null
  const z = 1.959964
  const rate = hits / of
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of))
  const middle = rate + (z * z) / (2 * of)
  const scale = 1 + (z * z) / of
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}
