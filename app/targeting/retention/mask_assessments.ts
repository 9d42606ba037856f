import type { AssessmentResult } from '#core/assessment/assessment'
import type { Erasing } from '#platform/retention/retention_class'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { packJson, unpackJson } from '../packed_json.js'

/** Empties the fact snapshots of consignments and takes filed values out of what was concluded. Scores and reasons stay. */
export async function maskAssessments(consignmentIds: readonly string[], { at, rule }: Erasing): Promise<void> {
  await unitOfWork(async () => {
    const found = await rows<{ id: string; result: Buffer }>(
      `select id, result from tenant.assessments where consignment_id = any(?::uuid[]) and erased_at is null`,
      [consignmentIds]
    )
    const masked = found.map(({ id, result }) => ({
      id,
      result: packJson(JSON.stringify(withoutValues(unpackJson(result)))).toString('base64'),
    }))
    await execute(
      `update tenant.assessments a set result = decode(r.result, 'base64'), facts = '', erased_at = ?, erased_rule = ?
         from json_to_recordset(?::json) as r(id uuid, result text) where a.id = r.id`,
      [at, rule, JSON.stringify(masked)]
    )
    await execute(`update tenant.standings set reasons = ? where consignment_id = any(?::uuid[])`, [
      JSON.stringify({ shown: [], more: 0 }),
      consignmentIds,
    ])
    await execute(`update tenant.alerts set decision_note = null where consignment_id = any(?::uuid[])`, [
      consignmentIds,
    ])
    await execute(
      `update tenant.alert_events set note = null where alert_id in (select id from tenant.alerts where consignment_id = any(?::uuid[]))`,
      [consignmentIds]
    )
  })
}

/** Evidence, parameters and matches quote what was filed. */
const withoutValues = (result: AssessmentResult): AssessmentResult => ({
  ...result,
  reasons: (result.reasons ?? []).map((reason) => ({ ...reason, evidence: [] })),
  clears: (result.clears ?? []).map((clear) => ({ ...clear, nearest: null })),
  matches: [],
})
