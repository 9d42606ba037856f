import type { Result as Outcome } from '#core/kernel/result'
import { err } from '#core/kernel/result'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import '../events.js'
import { CODE_EDITION, JUDGEMENTS_OF, type Judgement, type Result } from '../codes.js'
import { foundItems } from '../queries/list_checklist.js'
import { countFindings } from '../queries/list_findings.js'
import { moveOrder } from './move_order.js'

export interface NewOutcome {
  result: Result
  judgement: Judgement
  enforcement: string
  revenueMinor: bigint | null
  /** `null` only of what was told. */
  minutes: number | null
  /** People who were there. */
  people: number | null
  /** What it cost beside their time: moving, unloading, laboratory. */
  costMinor: bigint | null
  /** Why nobody looked, where nobody did. */
  reason: string | null
  note: string | null
}

/** Ends an inspection with its one outcome. After a return the next position corrects the one before. */
export async function recordOutcome(
  orderId: string,
  officerId: string,
  outcome: NewOutcome
): Promise<Outcome<null, Failure>> {
  return unitOfWork(async () => {
    await firstRow(`select id from tenant.inspection_orders where id = ? for update`, [orderId])
    const wrong = contradiction(outcome, await countFindings(orderId), await foundItems(orderId))
    if (wrong) return err(wrong)
    return moveOrder(orderId, {
      act: 'finish',
      officerId,
      set: { sql: 'closed_at = now()', bindings: [] },
      where: { sql: 'inspector_id = ?', bindings: [officerId] },
      then: async () => {
        await insertOutcome(orderId, { inspectorId: officerId }, outcome)
        await announce('inspection:done', { orderIds: [orderId] })
      },
    })
  })
}

/** What cannot be true together; the table refuses most of it as well. */
function contradiction(outcome: NewOutcome, findings: number, foundItems: number): Failure | null {
  const { result } = outcome
  if (!JUDGEMENTS_OF[result].includes(outcome.judgement)) return invalid('judgement', 'casework.judgement_does_not_fit')
  if (result === 'resultant' && findings === 0) return invalid('result', 'casework.resultant_needs_finding')
  if (foundItems > 0 && findings === 0) return invalid('result', 'casework.item_found_needs_finding')
  if (result !== 'resultant' && findings > 0) return invalid('result', 'casework.finding_needs_resultant')
  if (result !== 'resultant' && outcome.enforcement !== 'none')
    return invalid('enforcement', 'casework.enforcement_needs_resultant')
  return result === 'not_examined' && !outcome.reason ? invalid('reason', 'casework.reason_needed') : null
}

/** Whose outcome it is: an inspector's, or that of a record which a national system told of. */
export type OutcomeBy = { inspectorId: string } | { toldBy: string }

export async function insertOutcome(orderId: string, by: OutcomeBy, outcome: NewOutcome): Promise<void> {
  const { administration } = tenancy.current()
  await execute(
    `insert into tenant.outcomes (tenant_id, id, order_id, result, judgement, enforcement, revenue_minor, currency, minutes, people, cost_minor, reason, note,
       code_edition, position, inspector_id, told_by)
     select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from tenant.outcomes where order_id = ?), ?, ?`,
    [
      administration.id,
      uuidv7(),
      orderId,
      outcome.result,
      outcome.judgement,
      outcome.enforcement,
      outcome.revenueMinor?.toString() ?? null,
      outcome.revenueMinor === null ? null : administration.currency,
      outcome.minutes,
      outcome.people,
      outcome.costMinor?.toString() ?? null,
      outcome.result === 'not_examined' ? outcome.reason : null,
      outcome.note,
      CODE_EDITION,
      orderId,
      'inspectorId' in by ? by.inspectorId : null,
      'toldBy' in by ? by.toldBy : null,
    ]
  )
}
