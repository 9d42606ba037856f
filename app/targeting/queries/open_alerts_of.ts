import { rows } from '#platform/tenancy/database'

export interface AlertToAnswer {
  id: string
  assessmentId: string
  /** Who claimed it. */
  heldBy: string | null
}

/** Alerts of a consignment that still ask for a decision, locked against another one until the unit ends. */
export const openAlertsOf = (consignmentId: string): Promise<AlertToAnswer[]> =>
  rows(
    `select id, assessment_id as "assessmentId", claimed_by as "heldBy" from tenant.alerts
      where consignment_id = ? and state in ('new', 'claimed') order by id for update`,
    [consignmentId]
  )
