import { trailOf } from '#app/audit/published'
import type { Officer } from '#platform/access/officer'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { letterheadOf } from '#platform/plugins/letterhead'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { CaseRow } from '../../cases/queries/get_case.js'
import type { CourtContent, CourtDecision, CourtOrder, CourtTrail, CourtVersion } from '../content.js'
import { collectAlerts } from './alerts.js'
import { collectCargo } from './cargo.js'
import { collectOrders } from './orders.js'
import { collectQuestions, collectReferrals } from './outside.js'
import { collectStudy, reassignmentDecisions } from './study.js'

const MOST_ENTRIES = 2000

/** Everything this officer may read of a case. What is left out is said. */
export async function collectCase(
  row: CaseRow,
  officer: Officer,
  version: CourtVersion,
  withNotes: boolean
): Promise<CourtContent> {
  const seesAlerts = officer.permissions.has('alerts.read')
  const seesOrders = officer.permissions.has('inspections.read') && !officer.permissions.has('inspections.record')
  const study = await collectStudy(row, withNotes, version.locale)
  const { consignments, whole } = await collectCargo(row.id)
  const cargo = consignments.map(({ id }) => id)
  const alerts = seesAlerts ? await collectAlerts(row.id, cargo) : []
  const orders = seesOrders ? await collectOrders(row.id, officer.id) : []
  const decisions = [...study.decisions, ...orders.flatMap(reviewOf), ...(await reassignmentDecisions(orders))]
  return {
    format: 'landfall-court-file/1',
    administration: await ownHead(),
    version,
    ...study,
    timeline: seesAlerts ? study.timeline : study.timeline.filter(({ kind }) => !kind.startsWith('alert_')),
    decisions: decisions.sort((a, b) => (a.decided.at < b.decided.at ? -1 : 1)),
    alerts,
    consignments,
    orders,
    referrals: await collectReferrals(row.id),
    questions: await collectQuestions(row.id, cargo),
    trail: await trail(row.id, orders),
    leftOut: [
      ...(whole ? [] : (['cargo'] as const)),
      ...(seesAlerts ? [] : (['alerts'] as const)),
      ...(seesOrders ? [] : (['orders'] as const)),
      ...(withNotes ? [] : (['notes'] as const)),
    ],
  }
}

async function ownHead(): Promise<CourtContent['administration']> {
  const { name, code, country, timezone } = tenancy.current().administration
  return { name, code, country, timezone, letterhead: [...letterheadOf(await enabledPlugins(), country)] }
}

/** Whoever inspected did not confirm the result. */
function reviewOf(order: CourtOrder): CourtDecision[] {
  const reviewed = order.events.findLast(({ kind }) => kind === 'reviewed')
  const done = order.events.findLast(({ kind }) => kind === 'done')
  if (!reviewed) return []
  return [
    {
      id: `${order.id}/review`,
      what: { key: 'court.decided_outcome' },
      order: order.number,
      asked: done ? { by: done.by, at: done.at } : null,
      decided: { by: reviewed.by, at: reviewed.at },
      reason: reviewed.note,
    },
  ]
}

async function trail(caseId: string, orders: readonly CourtOrder[]): Promise<CourtTrail> {
  const subjects = [{ kind: 'case', id: caseId }, ...orders.map(({ id }) => ({ kind: 'inspection', id }))]
  const { entries, head, ...rest } = await trailOf(subjects, MOST_ENTRIES)
  return {
    ...rest,
    entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    head: head && { ...head, sealedAt: head.sealedAt.toISOString() },
  }
}
