import { rounded } from './number.js'

/** Half a percent and half a unit apart is still the same total: senders round. */
export const differs = (declared: number, summed: number): boolean =>
  Math.abs(declared - summed) > Math.max(0.5, Math.abs(declared) * 0.005)

export const sum = (values: readonly (number | null)[]): number | null =>
  values.length > 0 && values.every((value) => value !== null)
    ? rounded(values.reduce<number>((total, value) => total + (value ?? 0), 0))
    : null
