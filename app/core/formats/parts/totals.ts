import { rounded } from './number.js'

/** Half a percent and half a unit apart is still the same total: senders round. */
export const differs = (declared: number, summed: number): boolean =>
  Math.abs(declared - summed) > Math.max(0.5, Math.abs(declared) * 0.005)

/** The sum of figures of which none is missing; `null` for any other list, and for none. */
export const sum = (values: readonly (number | null)[]): number | null => {
  let total = 0
  for (const value of values) {
    if (value === null) return null
    total += value
  }
  return values.length === 0 ? null : rounded(total)
}
