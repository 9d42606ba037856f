import { rows } from '#platform/tenancy/database'
import type { Answer, DeliveryState, InstructionKind } from '../codes.js'

export interface CaseInstruction {
  id: string
  kind: InstructionKind
  madeAt: Date
  deliveries: CaseDelivery[]
}

export interface CaseDelivery {
  id: string
  system: string
  state: DeliveryState
  attempts: number
  error: string | null
  status: number | null
  /** ISO instants: they come out of JSON. */
  nextAt: string
  deliveredAt: string | null
  answer: Answer | null
  answerReason: string | null
  answeredAt: string | null
  answerDue: string
  toldAt: string | null
}

/** What was told to whom for a case, the newest first. */
export const listInstructionsOfCase = (caseId: string): Promise<CaseInstruction[]> =>
  rows(
    `select i.id, i.kind, i.made_at as "madeAt", coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'system', s.name, 'state', d.state, 'attempts', d.attempts, 'error', d.error,
                 'status', d.status, 'nextAt', d.next_at, 'deliveredAt', d.delivered_at, 'answer', d.answer, 'answerReason', d.answer_reason,
                 'answeredAt', d.answered_at, 'answerDue', d.answer_due, 'toldAt', d.told_at) order by s.name, d.id)
          from tenant.instruction_deliveries d join tenant.connected_systems s on s.tenant_id = d.tenant_id and s.id = d.system_id
         where d.tenant_id = i.tenant_id and d.instruction_id = i.id), '[]'::jsonb) as deliveries
       from tenant.instructions i where i.case_id = ? order by i.made_at desc, i.id desc limit 50`,
    [caseId]
  )
