import type { Problem } from '#core/kernel/problem'
import { problem } from '#core/kernel/problem_codes'
import { rows } from '#platform/tenancy/database'
import type { KnownConsignment } from '../plan_registration.js'
import type { FilingOfReport } from './register_cargo_report.js'

/** A Problem of versions; those of consignments that the report does not carry name them. */
export type VersionProblem = Problem & { readonly consignmentId?: string }

/** Left out by a later sending of their document, and kept until somebody says that they are gone. */
export const missingProblems = (missing: readonly KnownConsignment[]): VersionProblem[] =>
  missing.map(({ consignmentId }) => ({ ...problem('VER-REMOVED-IN-RESEND'), consignmentId }))

/** Of consignments that are another now, although their cargo had arrived, was released or had left when it was filed. */
export async function lateChangeProblems(
  changed: readonly string[],
  filing: FilingOfReport
): Promise<VersionProblem[]> {
  if (changed.length === 0 || filing.historical) return []
  const found = await rows<{ id: string; released: boolean }>(
    `select id, released from (
       select c.id, k.arrived_at <= ?::timestamptz as arrived, exists (
           select 1 from tenant.cargo_events e where e.consignment_id = c.id and e.kind in ('gate_out', 'release') and e.at <= ?::timestamptz
             and not exists (select 1 from tenant.cargo_events r where r.tenant_id = e.tenant_id and r.replaces = e.id)) as released
         from tenant.consignments c left join tenant.calls k on k.id = c.call_id
        where c.id = any(?::uuid[])) as late
      where arrived or released order by id`,
    [new Date(filing.filedAt), new Date(filing.filedAt), changed]
  )
  return found.map(({ id, released }) => ({
    ...problem('VER-LATE-CHANGE', { params: { after: released ? 'release' : 'arrival' } }),
    consignmentId: id,
  }))
}
