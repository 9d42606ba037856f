import type { InspectionShowProps } from '../../../../resources/pages/inspections/show.props.js'
import { loadRevisionsForAssessment } from '#app/cargo_register/published'
import type { Consignment } from '#core/cargo/consignment'
import { listAttachments } from '#platform/attachments/attachments'
import type { Officer } from '#platform/access/officer'
import { tenancy } from '#platform/tenancy/tenant_context'
import {
  CUSTODY_REASONS,
  ENFORCEMENTS,
  FINDING_KINDS,
  JUDGEMENTS_OF,
  NOT_EXAMINED_REASONS,
  NOT_POSSIBLE_REASONS,
  PLACES_OF_CONCEALMENT,
  REFUSALS,
  RESULTS,
  UNITS,
} from '../codes.js'
import { fromMinor } from '../../money.js'
import { after, type OrderAct } from '../order_machine.js'
import OrderPolicy, { boundToSites } from '../policies/order_policy.js'
import type { OrderRow } from './get_order.js'
import { assignmentOf, attachmentView, checklistView } from './order_parts.js'
import { listKeepers } from './list_exhibits.js'
import { exhibitsOf } from './exhibits_of.js'
import { listChecklist } from './list_checklist.js'
import { listFindings, type FindingRow } from './list_findings.js'
import { listOrderEvents } from './list_order_events.js'
import { listOutcomesOf } from './list_outcomes_of.js'
import { toldResultView } from '../told/told_result_view.js'
import { toldResultsOfOrder } from './told_results.js'
import { orderOrigins } from './order_origins.js'

const policy = new OrderPolicy()
const money = (minor: string | null, currency: string | null) =>
  minor === null || currency === null ? null : fromMinor(minor, currency)

/**
 * What the page of an order shows. The cargo is what anybody at the site can read off the box and the
 * bill; nothing of it depends on why the order was made.
 */
export async function getOrderPage(
  order: OrderRow,
  officer: Officer,
  sites: ReadonlySet<string>
): Promise<InspectionShowProps> {
  const [revision] = await loadRevisionsForAssessment([order.revision_id])
  const [checklist, attachments, assignment, exhibits, findings, outcomes, events, origins, told] = await Promise.all([
    listChecklist(order.id),
    listAttachments({ kind: 'inspection', id: order.id }),
    policy.reassign(officer) ? assignmentOf(order, officer) : null,
    exhibitsOf(order, officer),
    listFindings(order.id),
    listOutcomesOf(order.id),
    listOrderEvents(order.id),
    orderOrigins([order.id], officer.id),
    boundToSites(officer) ? [] : toldResultsOfOrder(order.id),
  ])
  const can = (act: OrderAct, allowed: boolean) => allowed && after(order.state, act) !== null
  return {
    order: {
      id: order.id,
      number: order.number,
      site: order.site,
      type: order.type,
      equipment: order.equipment,
      day: order.day,
      shift: order.shift,
      usefulUntil: order.useful_until.toISOString(),
      state: order.state,
      inspector: order.inspector,
      drawn: order.drawn,
      drawnIsMe: order.drawn_id === officer.id,
      reviewer: order.reviewer,
      refusal: order.refusal,
      consignmentId: officer.permissions.has('consignments.read') ? order.consignment_id : null,
    },
    cargo: cargoOf(revision!.consignment, order.equipment),
    checklist: checklist.map(checklistView),
    attachments: attachments.map(attachmentView),
    assignment,
    exhibits,
    keepers: exhibits.some(({ mayHandOver }) => mayHandOver) ? await listKeepers() : [],
    findings: findings.map(findingView),
    outcomes: outcomes.map(({ revenueMinor, costMinor, recordedAt, ...outcome }) => ({
      ...outcome,
      cost: money(costMinor, tenancy.current().administration.currency),
      revenue: money(revenueMinor, outcome.currency),
      recordedAt: recordedAt.toISOString(),
    })),
    told: told.map((each) => toldResultView(each, officer, { outcome: outcomes[0] ?? null, findings })),
    history: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    origins: origins.map(({ kind, orderedBy, overBooked }) => ({ kind, orderedBy, overBooked })),
    currency: tenancy.current().administration.currency,
    codes: {
      refusals: [...REFUSALS],
      what: [...FINDING_KINDS],
      places: [...PLACES_OF_CONCEALMENT],
      units: [...UNITS],
      results: RESULTS.map((result) => ({ result, judgements: [...JUDGEMENTS_OF[result]] })),
      enforcements: [...ENFORCEMENTS],
      notExamined: [...NOT_EXAMINED_REASONS],
      notPossible: [...NOT_POSSIBLE_REASONS],
      custody: [...CUSTODY_REASONS],
    },
    may: {
      accept: can('accept', policy.take(officer, order, sites)),
      refuse: can('refuse', policy.take(officer, order, sites)),
      start: can('start', policy.work(officer, order)),
      record: can('finish', policy.work(officer, order)),
      review: can('review', policy.review(officer, order)),
      cancel: can('cancel', officer.permissions.has('inspections.order')),
      reassign: can('reassign', assignment !== null && assignment.able.some(({ id }) => id !== order.drawn_id)),
      drawAgain:
        order.state === 'ordered' && assignment !== null && !assignment.able.some(({ id }) => id === order.drawn_id),
    },
  }
}

const findingView = ({ valueMinor, recordedAt, ...finding }: FindingRow) => ({
  ...finding,
  value: money(valueMinor, finding.currency),
  recordedAt: recordedAt.toISOString(),
})

function cargoOf(consignment: Consignment, equipment: string | null): InspectionShowProps['cargo'] {
  const { places } = consignment
  return {
    bill: consignment.reference,
    goods: consignment.items.flatMap(({ description }) => (description ? [description] : [])).slice(0, 5),
    packages: consignment.totals.packages,
    grossWeightKg: consignment.totals.grossWeightKg,
    route: [places.loading, ...places.transhipment, places.discharge].flatMap((place) =>
      place ? [place.name ?? place.code ?? ''] : []
    ),
    boxes: consignment.equipment
      .filter(({ number }) => equipment === null || number === equipment)
      .map(({ number, sizeType, sizeTypeAsFiled, seals }) => ({
        number,
        type: sizeType ?? sizeTypeAsFiled,
        seals: [...seals],
      })),
  }
}
