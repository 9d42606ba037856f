import { rounded } from './number.js'

/** Half a percent and half a unit apart is still the same total: senders round. */
export const differs = (declared: number, summed: number): boolean =>
  Math.abs(declared - summed) > Math.max(0.5, Math.abs(declared) * 0.005)

/** The sum of a figure that none of a list lacks; `null` for any other list, and for none. */
export const sum = <T>(of: readonly T[], figure: (one: T) => number | null): number | null => {
  let total = 0
  for (let at = 0; at < of.length; at++) {
    const value = figure(of[at] as T)
    if (value === null) return null
    total += value
  }
  return of.length === 0 ? null : rounded(total)
}
