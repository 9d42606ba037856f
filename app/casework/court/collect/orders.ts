import { listAttachments } from '#platform/attachments/attachments'
import { tenancy } from '#platform/tenancy/tenant_context'
import { listCaseOrders } from '../../cases/queries/contents.js'
import { brokenAt } from '../../inspections/custody/chain.js'
import { getOrder } from '../../inspections/queries/get_order.js'
import { listChecklist } from '../../inspections/queries/list_checklist.js'
import { listCustody, listExhibits } from '../../inspections/queries/list_exhibits.js'
import { listFindings } from '../../inspections/queries/list_findings.js'
import { listOrderEvents } from '../../inspections/queries/list_order_events.js'
import { listOutcomesOf } from '../../inspections/queries/list_outcomes_of.js'
import type { OrderRow } from '../../inspections/queries/get_order.js'
import { fromMinor } from '../../money.js'
import type { CourtExhibit, CourtOrder } from '../content.js'
import { attachment, iso } from './study.js'

/** Inspections of a case that this officer may know of, oldest first. */
export async function collectOrders(caseId: string, officerId: string): Promise<CourtOrder[]> {
  const orders: CourtOrder[] = []
  for (const { id } of (await listCaseOrders(caseId, officerId)).toReversed()) {
    const order = await getOrder(id)
    if (order) orders.push(await orderOf(order))
  }
  return orders
}

async function orderOf(order: OrderRow): Promise<CourtOrder> {
  const [plan, findings, outcomes, exhibits, events, files] = await Promise.all([
    listChecklist(order.id),
    listFindings(order.id),
    listOutcomesOf(order.id),
    exhibitsOf(order),
    listOrderEvents(order.id),
    listAttachments({ kind: 'inspection', id: order.id }),
  ])
  return {
    id: order.id,
    number: order.number,
    type: order.type,
    state: order.state,
    site: order.site,
    equipment: order.equipment,
    orderedAt: order.ordered_at.toISOString(),
    startedAt: iso(order.started_at),
    closedAt: iso(order.closed_at),
    inspector: order.inspector,
    drawn: order.drawn,
    reviewer: order.reviewer,
    plan: plan.map(({ code, answer, answeredAt }) => ({ item: code, answer, answeredAt: iso(answeredAt) })),
    findings: findings.map(({ valueMinor, recordedAt, corrects: _, ...finding }) => ({
      ...finding,
      value: money(valueMinor, finding.currency),
      recordedAt: recordedAt.toISOString(),
    })),
    outcomes: outcomes.map(({ result, judgement, enforcement, revenueMinor, currency, reason, note, recordedAt }) => ({
      result,
      judgement,
      enforcement,
      revenue: money(revenueMinor, currency ?? tenancy.current().administration.currency),
      currency,
      reason,
      note,
      recordedAt: recordedAt.toISOString(),
    })),
    exhibits,
    events: events.map(({ kind, by, reason, note, at }) => ({ kind, by, reason, note, at: at.toISOString() })),
    attachments: files.map(attachment),
  }
}

async function exhibitsOf(order: OrderRow): Promise<CourtExhibit[]> {
  const [exhibits, custody] = [await listExhibits(order.id), await listCustody(order.id)]
  return exhibits.map(({ id, sequence, description, quantity, unit }) => {
    const chain = custody.filter(({ exhibitId }) => exhibitId === id)
    return {
      id,
      number: `${order.number}-${sequence}`,
      description,
      quantity,
      unit,
      custody: chain.map((entry) => ({ ...entry, holder: entry.holder ?? entry.holderName ?? '' })),
      brokenAt: brokenAt(chain),
    }
  })
}

const money = (minor: string | null, currency: string | null) =>
  minor === null || currency === null ? null : fromMinor(minor, currency)
