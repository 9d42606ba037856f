import { differs } from '#core/formats/parts/totals'
import type { ProblemDetails } from '#core/kernel/problem_codes'
import { problem } from '#core/kernel/problem_codes'
import { normaliseNumber } from '#core/matching/normalise_number'
import { firstRow, rows } from '#platform/tenancy/database'
import type { StoredReport } from '../stored_report.js'
import type { VersionProblem } from './version_problems.js'

interface Linked {
  key: string
  master: string | null
  packages: number | null
  weight: number | null
  houses: number
  /** Sums of all houses filed; `null` when one does not say. */
  house_packages: number | null
  house_weight: number | null
}

const FIGURES = [
  ['packages', 'packages', 'house_packages'],
  ['weight', 'weight', 'house_weight'],
] as const

/**
 * Houses and masters of all filers by the master's number (FORMATS 13.26): houses that do not add up
 * to their master, and those whose master is missing from a call whose carrier has filed. The other
 * one may still come, so that a house comes first says nothing.
 */
export async function checkHouses(report: StoredReport): Promise<VersionProblem[]> {
  const { stored, filing, callId } = report
  const named = new Map<string, (typeof stored)[number]>()
  for (const each of stored) {
    const { level, reference, masterReference } = each.reported.consignment
    const key = normaliseNumber((level === 'house' ? masterReference : reference) ?? '')
    if (key !== '' && !named.has(key)) named.set(key, each)
  }
  if (named.size === 0) return []
  const linked = await linkedBy([...named.keys()])
  const { carrierFiled, late } =
    callId === null ? { carrierFiled: false, late: false } : await standingOf(callId, filing.filedAt)
  const found = linked.flatMap((link): VersionProblem[] => {
    const { reported, consignmentId } = named.get(link.key)!
    const { level, masterReference, reference } = reported.consignment
    const of = { at: (reported.provenance.masterReference ?? reported.provenance.reference)?.[0] }
    const told = (code: 'VER-ORPHAN-HOUSE' | 'VER-ORPHAN-MASTER', value: string | null): VersionProblem[] => [
      { ...problem(code, { ...of, params: { value: value ?? '' } }), consignmentId },
    ]
    if (link.master === null) return level === 'house' && carrierFiled ? told('VER-ORPHAN-HOUSE', masterReference) : []
    if (link.houses === 0) return level === 'master' && late ? told('VER-ORPHAN-MASTER', reference) : []
    return totals(link, of).map((each) => ({ ...each, consignmentId }))
  })
  return callId !== null && carrierFiled && stored.some(({ reported }) => reported.consignment.level !== 'house')
    ? [
        ...found,
        ...(await orphansOf(
          callId,
          stored.map(({ consignmentId }) => consignmentId)
        )),
      ]
    : found
}

/** More than the master has is wrong; less may be a house that is still to come. */
const totals = (link: Linked, of: ProblemDetails): VersionProblem[] =>
  FIGURES.flatMap(([what, ofMaster, ofHouses]) => {
    const [declared, counted] = [link[ofMaster], link[ofHouses]]
    if (declared === null || counted === null || !differs(declared, counted)) return []
    const params = { what, master: link.master!, declared, counted: Math.round(counted * 1000) / 1000 }
    return [problem('TOT-MASTER-HOUSE', { ...of, params, ...(counted < declared && { severity: 'info' as const }) })]
  })

/** Step by step by key, as for shared containers: a free join took minutes on tables that grew. */
const linkedBy = (keys: readonly string[]) =>
  rows<Linked>(
    `select w.key, m.reference as master, m.packages::float8 as packages, m.gross_weight_kg as weight, h.*
       from unnest(?::text[]) as w(key)
       left join lateral (
         select c.reference, c.packages, c.gross_weight_kg
           from (select consignment_id from tenant.consignment_numbers where kind = 'reference' and key = w.key offset 0) n
           cross join lateral (select reference, packages, gross_weight_kg, first_registered_at from tenant.consignments
                                where id = n.consignment_id and state = 'filed' and level <> 'house' offset 0) c
          order by c.first_registered_at desc limit 1) m on true
       cross join lateral (
         select count(*)::int as houses,
                case when count(c.packages) = count(*) then sum(c.packages)::float8 end as house_packages,
                case when count(c.gross_weight_kg) = count(*) then sum(c.gross_weight_kg) end as house_weight
           from (select consignment_id from tenant.consignment_numbers where kind = 'master' and key = w.key offset 0) n
           cross join lateral (select packages, gross_weight_kg from tenant.consignments
                                where id = n.consignment_id and state = 'filed' and level = 'house' offset 0) c) h`,
    [keys]
  )

/** Whether somebody filed bills of this call that are no houses, so that its masters can be expected among them, and whether it was here by then. */
const standingOf = async (callId: string, filedAt: number): Promise<{ carrierFiled: boolean; late: boolean }> =>
  (await firstRow<{ carrierFiled: boolean; late: boolean }>(
    `select exists (select 1 from tenant.consignments where call_id = ?::uuid and state = 'filed' and level <> 'house') as "carrierFiled",
            exists (select 1 from tenant.calls where id = ?::uuid and coalesce(arrived_at, eta) <= ?::timestamptz) as late`,
    [callId, callId, new Date(filedAt)]
  ))!

/** Houses of others that came before, whose master the carrier's bills of this call do not have either; at most 200. */
async function orphansOf(callId: string, besides: readonly string[]): Promise<VersionProblem[]> {
  const found = await rows<{ id: string; master: string }>(
    `select c.id, c.master_reference as master from tenant.consignments c
      cross join lateral (select key from tenant.consignment_numbers where consignment_id = c.id and kind = 'master' offset 0) mine
      where c.call_id = ?::uuid and c.state = 'filed' and c.level = 'house' and not c.id = any(?::uuid[])
        and not exists (
          select 1 from (select consignment_id from tenant.consignment_numbers where kind = 'reference' and key = mine.key offset 0) n
            cross join lateral (select 1 from tenant.consignments where id = n.consignment_id and state = 'filed' and level <> 'house' offset 0) m)
      order by c.id limit 200`,
    [callId, besides]
  )
  return found.map(({ id, master }) => ({
    ...problem('VER-ORPHAN-HOUSE', { params: { value: master } }),
    consignmentId: id,
  }))
}
