import type { ReportedConsignment } from '#core/cargo/cargo_report'
import type { FilingOfReport } from './actions/register_cargo_report.js'

/** What a report brought that is new, as the checks across messages see it. */
export interface StoredReport {
  callId: string | null
  filing: FilingOfReport
  /** New consignments, and those with a new revision, as far as they are usable. */
  stored: readonly { consignmentId: string; reported: ReportedConsignment }[]
}
