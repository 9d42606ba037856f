import { tenancy } from '#platform/tenancy/tenant_context'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { announce } from '#platform/events/announce'
import '../events.js'
import type { OrderType, Result } from '../codes.js'
import type { OrderState } from '../order_machine.js'
import { countFindings } from '../queries/list_findings.js'
import { resultToTake, type ResultToTake } from '../queries/told_results.js'
import { isOfOrder, standingOf, type OrderForResult, type Standing } from '../told/standing.js'
import { moveOrder } from './move_order.js'
import { insertFinding } from './record_finding.js'
import { insertOutcome } from './record_outcome.js'

type Candidate = Omit<OrderForResult, 'findings'> & { id: string; state: OrderState; type: OrderType }

const COLUMNS = `o.id, o.state, o.type, o.consignment_id as "consignmentId", o.equipment,
  array(select n.key from tenant.consignment_numbers n where n.tenant_id = o.tenant_id and n.consignment_id = o.consignment_id and n.kind = 'equipment' order by 1) as "cargoBoxes"`
/** A system answers what it was told of, and nothing else: numbers of orders are easily guessed. */
const TOLD_TO_SYSTEM = `exists (select 1 from tenant.instructions i
  join tenant.instruction_deliveries d on d.tenant_id = i.tenant_id and d.instruction_id = i.id
  where i.tenant_id = o.tenant_id and i.order_id = o.id and i.kind = 'select' and d.system_id = ?)`

/**
 * A national system told of the result of an examination. Where it answers an order that nobody here began, it becomes the
 * outcome that a reviewer confirms, as an inspector's does; else it stands beside (ADR 0051). In the unit that keeps it.
 */
export async function takeToldResult(examinationId: string, systemId: string): Promise<void> {
  const told = await resultToTake(examinationId)
  const found = told && (await orderAnsweredBy(told, systemId))
  if (!told || !found) return
  const order = await lockOrder(found.id)
  const standing = standingOf(countable(told), { ...order, findings: await countFindings(order.id) })
  await execute(
    `insert into tenant.examination_orders (tenant_id, examination_id, order_id, standing) values (?, ?, ?, ?)`,
    [tenancy.current().administration.id, told.id, order.id, standing]
  )
  if (standing === 'taken') await take(told, order.id)
}

/** After a reviewer sent a told result back: what the system told since is the outcome now, if it can be. */
export async function takeWhatStandsBeside(orderId: string): Promise<void> {
  const beside = await firstRow<{ id: string }>(
    `select e.examination_id as id from tenant.examination_orders e
       join tenant.examinations r on r.tenant_id = e.tenant_id and r.id = e.examination_id and r.state = 'current'
      where e.order_id = ? and e.standing = 'beside' order by r.filed_at desc, r.id desc limit 1`,
    [orderId]
  )
  const told = beside && (await resultToTake(beside.id))
  if (!told) return
  const order = await lockOrder(orderId)
  const standing = standingOf(countable(told), { ...order, findings: await countFindings(orderId) })
  await stand(told.id, standing)
  if (standing === 'taken') await take(told, orderId)
}

export const stand = (examinationId: string, standing: Standing) =>
  execute(`update tenant.examination_orders set standing = ?, at = now() where examination_id = ?`, [
    standing,
    examinationId,
  ])

const countable = (told: ResultToTake) => ({ ...told, findings: told.findings.length })

/** The order that a result names, or the only one that it can be of. */
async function orderAnsweredBy(told: ResultToTake, systemId: string): Promise<Candidate | null> {
  if (told.orderNumber !== null)
    return firstRow<Candidate>(
      `select ${COLUMNS} from tenant.inspection_orders o where o.number::text = ? and ${TOLD_TO_SYSTEM}`,
      [told.orderNumber, systemId]
    )
  // Of an examination that is not named nobody knows which order it was for.
  if (told.examination === null) return null
  const candidates = await rows<Candidate>(
    `select ${COLUMNS} from tenant.inspection_orders o where o.consignment_id = any (?::uuid[]) and o.type = ? and ${TOLD_TO_SYSTEM}
        and (?::date is null or (o.ordered_at at time zone ?)::date <= ?::date) and o.state not in ('refused','cancelled','missed') order by o.id`,
    [
      ...[told.consignments, told.examination, systemId],
      ...[dayOf(told), tenancy.current().administration.timezone, dayOf(told)],
    ]
  )
  const fitting = candidates.filter((each) => isOfOrder(countable(told), { ...each, findings: 0 }))
  const waiting = fitting.filter(({ state }) => state === 'ordered' || state === 'accepted')
  const [only, second] = waiting.length > 0 ? waiting : fitting
  return second ? null : (only ?? null)
}

const dayOf = ({ examinedAt }: ResultToTake) => examinedAt?.slice(0, 10) ?? null

const lockOrder = async (id: string): Promise<Candidate> =>
  (await firstRow<Candidate>(`select ${COLUMNS} from tenant.inspection_orders o where o.id = ? for update`, [id]))!

/** Through the door of every outcome; nobody's name stands for it but the system's, and a reviewer decides. */
async function take(told: ResultToTake, orderId: string): Promise<void> {
  const moved = await moveOrder(orderId, {
    act: 'take_told',
    set: { sql: 'closed_at = now(), inspector_id = null', bindings: [] },
    then: async () => {
      for (const { what, place, quantity, unit, note } of told.findings)
        await insertFinding(
          orderId,
          { toldBy: told.id },
          { what: what ?? 'other', place: place ?? 'other', quantity, unit, note, valueMinor: null, replaces: null }
        )
      await insertOutcome(orderId, { toldBy: told.id }, outcomeOf(told, told.result!))
      // It was begun and done elsewhere: what follows orders goes both steps.
      await announce('inspection:started', { orderIds: [orderId] })
      await announce('inspection:done', { orderIds: [orderId] })
    },
  })
  if (!moved.ok) throw new Error('an order moved under its lock')
}

const JUDGED = {
  resultant: 'confirmed_risk',
  not_resultant: 'nothing_found',
  inconclusive: 'inconclusive',
  not_examined: 'not_examined',
} as const

const outcomeOf = ({ minutes, notExamined, note }: ResultToTake, result: Result) => ({
  result,
  judgement: JUDGED[result],
  enforcement: 'none',
  revenueMinor: null,
  minutes,
  people: null,
  costMinor: null,
  reason: result === 'not_examined' ? (notExamined ?? 'other') : null,
  note: note?.slice(0, 1000) ?? null,
})
