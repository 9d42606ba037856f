import { builtinRegistry } from '#core/indicators/registry'

/**
 * Indicators that hit because somebody stands on a watch list: that they do is told to nobody outside (SECURITY C4), also
 * where the reasons of an alert are shared. A test compares them with the definitions.
 */
export const OF_WATCH_LISTS: ReadonlySet<string> = new Set(['P01', 'P02', 'P03', 'P04', 'R20', 'E24'])

/**
 * Reasons of an alert as a partner reads them: titles of the core's indicators. Conditions of profiles are named by
 * the administration's own words, so that they are counted only.
 */
export function toldReasons(codes: readonly string[]): { titles: string[]; others: number } {
  const titles = codes.flatMap((code) => (OF_WATCH_LISTS.has(code) ? [] : (builtinRegistry.latest(code)?.title ?? [])))
  return { titles, others: codes.length - titles.length }
}
