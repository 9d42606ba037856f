import type { CargoReport } from '#core/cargo/cargo_report'
import { problem } from '#core/kernel/problem_codes'
import { normaliseMeans } from '#core/matching/normalise_means'
import { normaliseNumber } from '#core/matching/normalise_number'
import { firstRow } from '#platform/tenancy/database'
import type { VersionProblem } from './version_problems.js'

/**
 * The ship as a report names it against what was last told of the same IMO number (FORMATS 13.27). A
 * ship may have a new name; a number that belongs to another ship looks the same, so somebody looks.
 */
export async function checkShip({ conveyance, provenance }: CargoReport): Promise<VersionProblem[]> {
  const { imo, name, callSign } = conveyance.means
  if (imo === null) return []
  const known = await firstRow<{ name: string | null; sign: string | null }>(
    `select (array_agg(means_name order by created_at desc, id desc) filter (where means_name is not null))[1] as name,
            (array_agg(call_sign order by created_at desc, id desc) filter (where call_sign is not null))[1] as sign
       from tenant.calls where imo = ?`,
    [imo]
  )
  const told = (field: 'name' | 'sign', value: string, before: string) =>
    problem('SEM-SHIP-CONFLICT', {
      at: provenance['conveyance.means.imo']?.[0],
      params: { value: imo, what: field, told: value, known: before },
    })
  return [
    ...(name && known?.name && normaliseMeans(name) !== normaliseMeans(known.name)
      ? [told('name', name, known.name)]
      : []),
    ...(callSign && known?.sign && normaliseNumber(callSign) !== normaliseNumber(known.sign)
      ? [told('sign', callSign, known.sign)]
      : []),
  ]
}
