import type { ScoreSummary, ShownBand } from '../../../resources/props/assessment.js'
import type { ConsignmentBrief } from '../../../resources/props/cargo.js'
import type { BriefRecord } from '../queries/list_consignment_briefs.js'

export const brief = (record: BriefRecord): ConsignmentBrief => ({
  id: record.id,
  reference: record.reference,
  goods: record.description,
  equipment: record.equipment_summary ?? [],
  packages: record.packages === null ? null : Number(record.packages),
  grossWeightKg: record.gross_weight_kg,
  consignor: record.consignor_name,
  consignee: record.consignee_name,
  nature: record.nature,
  summary: scoreSummary(record),
  reasons: record.reasons?.shown ?? [],
  moreReasons: record.reasons?.more ?? 0,
})

/** A newer revision than the weighed one makes the score stale: it is being weighed again. */
export function scoreSummary(
  record: Pick<BriefRecord, 'score' | 'up_to' | 'band' | 'revision' | 'weighed_revision'>
): ScoreSummary {
  if (record.score === null || record.band === null) return { band: 'not_assessed', score: null, upTo: null }
  const stale = (record.weighed_revision ?? 0) < record.revision
  return {
    band: stale ? 'stale' : (record.band as ShownBand),
    score: record.score,
    upTo: record.up_to !== null && record.up_to > record.score ? record.up_to : null,
  }
}
