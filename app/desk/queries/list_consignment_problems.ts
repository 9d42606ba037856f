import { rows } from '#platform/tenancy/database'

export interface ConsignmentProblem {
  code: string
  severity: string
  params: Record<string, string | number>
  line: number | null
}

/** Problems of a consignment's latest message, worst first; at most 200. */
export async function listConsignmentProblems(consignmentId: string): Promise<ConsignmentProblem[]> {
  return rows<ConsignmentProblem>(
    `select p.code, p.severity, p.params, p.line from tenant.problems p where p.consignment_id = ?
      order by array_position(array['fatal', 'error', 'warning', 'info'], p.severity), p.line, p.id limit 200`,
    [consignmentId]
  )
}
