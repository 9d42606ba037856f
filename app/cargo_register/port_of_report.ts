import type { CargoReport } from '#core/cargo/cargo_report'

/**
 * The port where the conveyance calls, for us: where goods are discharged, or loaded when they
 * leave. The heading says it; else the port that most consignments name. `null` when nothing does.
 */
export const portOfReport = (report: CargoReport): string | null => {
  const side = report.nature === 'export' ? 'loading' : 'discharge'
  const heading = report.conveyance[side]?.code
  if (heading) return heading
  const counts = new Map<string, number>()
  for (const { consignment } of report.consignments) {
    const code = consignment.places[side]?.code
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
