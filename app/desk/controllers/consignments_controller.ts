import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import {
  arePermitsTold,
  declarationsOfConsignment,
  declarationView,
  listCargoEvents,
  loadRevisionsForAssessment,
  permitsOfCargo,
  permitsOfConsignment,
  provenanceOf,
  revisionsOfConsignment,
} from '#app/cargo_register/published'
import { casesOfConsignment, listOrdersOf, toldResultsOfConsignment, toldResultView } from '#app/casework/published'
import { restrictedAmong } from '#app/privacy/published'
import { listMisses, readFacts } from '#app/targeting/published'
import { alertReasons } from '../queries/alert_reasons.js'
import { recordAction } from '#platform/audit/record'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { namesOf } from '#platform/plugins/code_lists'
import { identifierCheck } from '#platform/plugins/identifiers'
import { erasureView } from '#platform/retention/erasure'
import { consignmentPanels } from '../plugin_view.js'
import { todayIn } from '#platform/tenancy/today'
import { getCurrentAssessment } from '../queries/get_assessment.js'
import { getChangeAfterDecision } from '../queries/get_change_after_decision.js'
import { getCall } from '../queries/get_call.js'
import { filedShare, getConsignmentHead, getNeighbours } from '../queries/get_consignment.js'
import { listCallEvents } from '../queries/get_ship_file.js'
import { listAlertsOf, alertView } from '../queries/list_alerts_of_consignment.js'
import { listConsignmentProblems } from '../queries/list_consignment_problems.js'
import { listRevisionScores } from '../queries/list_revision_scores.js'
import { profileNames } from '../queries/profile_names.js'
import { quoterFor } from '../queries/quoter.js'
import { assessmentView } from '../transformers/assessment_view.js'
import { callSummary } from '../transformers/call_summary.js'
import { equipmentViews, itemViews, partyViews, routeOf, valueOf } from '../transformers/consignment_parts.js'
import { latestChanges, revisionSummaries } from '../transformers/revisions.js'
import { orderView, timelineOf } from '../transformers/timeline.js'
import { workflowSteps } from '../transformers/workflow_steps.js'

export default class ConsignmentsController {
  async show({ inertia, params, request, officer, administration }: HttpContext) {
    const head = await getConsignmentHead(params.id)
    if (!head) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    await recordAction({
      action: 'consignment.opened',
      subject: { kind: 'consignment', id: head.id },
      data: { revision: head.revision },
    })
    const [revision] = await loadRevisionsForAssessment([head.revision_id])
    const { consignment } = revision!
    const assessment = await getCurrentAssessment(head.id)
    const inputs = assessment ? await readFacts(assessment.id) : null
    const facts = inputs?.facts ?? null
    const provenance = await provenanceOf(assessment?.revision_id ?? head.revision_id)
    const plugins = await enabledPlugins()
    const today = todayIn(administration!.timezone)
    const call = head.call_id ? await getCall(head.call_id) : null
    const alerts = (await listAlertsOf([head.id])).map(alertView)
    const events = await listCargoEvents(head.id)
    const orders = officer.permissions.has('inspections.read') ? await listOrdersOf(head.id) : []
    const told = officer.permissions.has('inspections.read') ? await toldResultsOfConsignment(head.id) : []
    const declarations = await declarationsOfConsignment(head.id)
    const permits = await permitsOfConsignment(head.id)
    const filed = consignment.items.flatMap(({ hsCodes }) => hsCodes)
    const revisions = await revisionsOfConsignment(head.id)
    const scores = await listRevisionScores(head.id)
    return inertia.render('consignments/show', {
      consignment: {
        id: head.id,
        reference: head.reference,
        masterReference: head.master_reference,
        level: head.level,
        nature: head.nature,
        natureBecause: head.nature_because,
        revision: head.revision,
        goods: consignment.items.find((item) => item.description)?.description ?? null,
        items: itemViews(consignment),
        packages: consignment.totals.packages,
        grossWeightKg: consignment.totals.grossWeightKg,
        volumeM3: consignment.totals.volumeM3,
        freight: consignment.freight ? { ...consignment.freight } : null,
        value: valueOf(consignment),
        warehouse: consignment.places.warehouse,
        warehouseName:
          consignment.places.warehouse === null
            ? null
            : namesOf(plugins, today)('warehouse', consignment.places.warehouse),
        firstRegisteredAt: head.first_registered_at.toISOString(),
        firstFiler: head.first_filer,
        deleted: head.state === 'removed' || head.state === 'cancelled',
      },
      call: call ? callSummary(call) : null,
      route: routeOf(consignment),
      parties: partyViews(
        consignment,
        facts,
        assessment?.result ?? null,
        await restrictedAmong(consignment.parties),
        identifierCheck(plugins)
      ),
      equipment: equipmentViews(consignment),
      fields: filedShare(consignment),
      assessment: assessment
        ? assessmentView(
            assessment,
            provenance,
            await quoterFor(assessment.message_id, provenance, assessment.result, officer),
            await profileNames(),
            facts ? await listMisses(facts, assessment.versions) : []
          )
        : null,
      inputsErased: erasureView(inputs?.erased ?? null),
      alerts,
      steps: workflowSteps(
        { head, assessment, alerts, arrivedAt: call?.arrived_at ?? null, events, orders },
        officer.id
      ),
      timeline: timelineOf(events, call ? await listCallEvents(call.id) : []),
      orders: orders.map(orderView),
      declarations: declarations.map((each) => declarationView(each, officer)),
      permits: (await arePermitsTold()) ? permitsOfCargo({ filed, declarations, permits }, officer, today) : null,
      examinations: told.map((each) => toldResultView(each, officer)),
      cases: officer.permissions.has('cases.read') ? await casesOfConsignment(head.id) : [],
      revisions: revisionSummaries(revisions, scores),
      changes: latestChanges(revisions, scores),
      changedAfterDecision: await getChangeAfterDecision(head, { alerts, orders, events }, revisions, scores),
      problems: await listConsignmentProblems(head.id),
      panels: consignmentPanels(consignment, plugins, officer, today),
      dismissalReasons: await alertReasons('dismiss'),
      neighbours: officer.permissions.has('alerts.read') ? await getNeighbours(head.id) : null,
      may: {
        claim: officer.permissions.has('alerts.triage'),
        dismiss: officer.permissions.has('alerts.triage'),
        openMessages: officer.permissions.has('messages.read'),
        recordEvent: officer.permissions.has('conveyances.record'),
        release: officer.permissions.has('releases.record'),
        order: officer.permissions.has('inspections.order') && head.state === 'filed',
        overBook: officer.permissions.has('inspections.approve'),
        readCases: officer.permissions.has('cases.read'),
        openCase: officer.permissions.has('cases.work') && head.state === 'filed',
      },
    })
  }
}
