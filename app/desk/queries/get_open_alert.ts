import type { OpenAlert } from '../../../resources/pages/triage/index.props.js'
import type { Officer } from '#platform/access/officer'
import { loadRevisionsForAssessment, provenanceOf } from '#app/cargo_register/published'
import { alertInScope, readFacts } from '#app/targeting/published'
import { restrictedAmong } from '#app/privacy/published'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { identifierCheck } from '#platform/plugins/identifiers'
import { firstRow } from '#platform/tenancy/database'
import { callSummary } from '../transformers/call_summary.js'
import { partyViews } from '../transformers/consignment_parts.js'
import { assessmentView } from '../transformers/assessment_view.js'
import { getAssessment } from './get_assessment.js'
import { getCall } from './get_call.js'
import { listAlertHistory, listRelatedAlerts, listSteps } from './get_alert_context.js'
import { alertView, listAlertsOf, type AlertRecord } from './list_alerts_of_consignment.js'
import { profileNames } from './profile_names.js'
import { quoterFor } from './quoter.js'

/** One alert as the reading pane shows it; `null` when there is no such alert here, or none of the officer's units. */
export async function getOpenAlert(alertId: string, officer: Officer): Promise<OpenAlert | null> {
  const scope = alertInScope()
  const found = await firstRow<{ consignment_id: string; assessment_id: string; problems: number }>(
    `select a.consignment_id, a.assessment_id,
            (select count(*)::int from tenant.problems p where p.tenant_id = a.tenant_id and p.consignment_id = a.consignment_id) as problems
       from tenant.alerts a where a.id = ? and ${scope.sql}`,
    [alertId, ...scope.bindings]
  )
  const assessment = found ? await getAssessment(found.assessment_id) : null
  const revision = assessment ? (await loadRevisionsForAssessment([assessment.revision_id]))[0] : null
  if (!found || !assessment || !revision) return null
  const alerts = await listAlertsOf([found.consignment_id])
  const { consignment } = revision
  const provenance = await provenanceOf(revision.revisionId)
  const call = revision.callId ? await getCall(revision.callId) : null
  const own = alerts.find((alert) => alert.id === alertId)!
  return {
    alert: alertView(own),
    history: await listAlertHistory(alertId),
    related: await listRelatedAlerts(alertId, found.consignment_id, officer),
    steps: isOpen(own) ? await listSteps(own, officer) : [],
    alerts: alerts.filter((alert) => isOpen(alert) === isOpen(own)).map((alert) => alert.id),
    consignment: {
      id: found.consignment_id,
      reference: consignment.reference,
      level: consignment.level,
      goods: consignment.items[0]?.description ?? null,
      packages:
        consignment.totals.packages ??
        consignment.items.reduce<number | null>(
          (sum, item) => (item.packages ? (sum ?? 0) + item.packages.count : sum),
          null
        ),
      grossWeightKg: consignment.totals.grossWeightKg,
      equipment: consignment.equipment.map((box) => ({
        number: box.number,
        type: box.sizeType ?? box.sizeTypeAsFiled,
      })),
      parties: partyViews(
        consignment,
        (await readFacts(assessment.id))?.facts ?? null,
        assessment.result,
        await restrictedAmong(consignment.parties),
        identifierCheck(await enabledPlugins())
      ),
    },
    call: call ? callSummary(call) : null,
    assessment: assessmentView(
      assessment,
      provenance,
      await quoterFor(assessment.message_id, provenance, assessment.result, officer),
      await profileNames()
    ),
    problems: found.problems,
  }
}

const isOpen = ({ state }: AlertRecord) => state === 'new' || state === 'claimed'
