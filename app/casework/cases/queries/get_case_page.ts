import type { CaseShowProps } from '../../../../resources/pages/cases/show.props.js'
import type { Officer } from '#platform/access/officer'
import type { Permission } from '#platform/access/permissions'
import { listAttachments } from '#platform/attachments/attachments'
import { courtView } from '../../court/queries/court_view.js'
import { listInstructionsOfCase } from '../../instructions/queries/instructions_of_case.js'
import { listCaseReferrals, referralChoices } from '../../referrals/queries/referrals_on_page.js'
import { askingView, questionViews } from '../../questions/case_view.js'
import { actsOfCase, stateWords } from './acts_of_case.js'
import {
  listCaseAlerts,
  listCaseConsignments,
  listCaseEvents,
  listCaseOfficers,
  listCaseOrders,
  listLinks,
  listTasks,
  MOST_EVENTS,
} from './contents.js'
import type { CaseRow } from './get_case.js'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** What the page of a case shows this officer: alerts to who reads alerts, orders to who may know of them. */
export async function getCasePage(row: CaseRow, officer: Officer): Promise<CaseShowProps> {
  const holds = (permission: Permission) => officer.permissions.has(permission)
  const [
    { definition, acts, mayOrder, asking },
    alerts,
    consignments,
    orders,
    tasks,
    links,
    events,
    files,
    officers,
    instructions,
    referrals,
    referring,
    questions,
    court,
  ] = await Promise.all([
    actsOfCase(row, officer),
    holds('alerts.read') ? listCaseAlerts(row.id) : [],
    listCaseConsignments(row.id),
    listCaseOrders(row.id, officer.id),
    listTasks(row.id),
    listLinks(row.id),
    listCaseEvents(row.id),
    listAttachments({ kind: 'case', id: row.id }),
    listCaseOfficers(),
    listInstructionsOfCase(row.id),
    listCaseReferrals(row.id),
    holds('cases.refer') ? referralChoices(officer) : null,
    questionViews(row.id),
    courtView(row.id, officer),
  ])
  const mayChange = row.open && holds('cases.work')
  return {
    study: {
      id: row.id,
      number: row.number,
      title: row.title,
      phase: row.state,
      state: stateWords(definition, row.step ?? row.state, officer.locale),
      open: row.open,
      outcome: row.outcome,
      disposition: row.disposition,
      holder: row.holder,
      isHolder: row.holder_id === officer.id,
      opener: row.opener,
      openedAt: row.opened_at.toISOString(),
      enteredAt: row.entered_at.toISOString(),
      closedAt: iso(row.closed_at),
      arrives: iso(row.arrives),
      due: iso(row.due),
      version: row.version,
    },
    acts,
    alerts,
    consignments: consignments.map((each) => ({ ...each, arrives: iso(each.arrives) })),
    orders: orders.map((each) => ({ ...each, usefulUntil: each.usefulUntil.toISOString() })),
    tasks: tasks.map((each) => ({ ...each, dueAt: iso(each.dueAt), doneAt: iso(each.doneAt) })),
    links,
    events: events.map((each) => ({
      ...each,
      state: each.step ? stateWords(definition, each.step, officer.locale) : null,
      at: each.at.toISOString(),
    })),
    moreEvents: events.length === MOST_EVENTS,
    files: files.map(({ id, fileName, mediaType, bytes, sha256, scan, attachedBy, attachedAt }) => ({
      id,
      fileName,
      mediaType,
      bytes,
      sha256,
      scan,
      attachedBy,
      attachedAt: attachedAt.toISOString(),
    })),
    instructions: instructions.map(({ madeAt, ...each }) => ({ ...each, madeAt: madeAt.toISOString() })),
    referrals,
    referring,
    questions,
    court,
    asking: await askingView(row.id, asking),
    officers,
    may: {
      change: mayChange,
      note: holds('cases.work'),
      order: mayOrder && holds('inspections.order'),
      assign: holds('cases.approve'),
    },
  }
}
