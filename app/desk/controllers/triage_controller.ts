import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import { DISMISSAL_REASONS } from '#core/workflow/alert'
import { getDeskState } from '../queries/get_desk_state.js'
import { getOpenAlert } from '../queries/get_open_alert.js'
import { listAlertsOf } from '../queries/list_alerts_of_consignment.js'
import { countTriage, getToday, getTriageFacets, listTriage, type TriageFilters } from '../queries/list_triage.js'
import { triageGroups } from '../transformers/triage_groups.js'
import { triageValidator } from '../validators/desk.js'

export default class TriageController {
  /** The queue; with `/triage/:alert` that row is open. */
  async index({ inertia, request, params, officer, administration }: HttpContext) {
    const input = await request.validateUsing(triageValidator)
    const filters: TriageFilters = {
      view: input.view ?? 'all',
      sort: input.sort ?? 'urgency',
      threat: input.threat ?? null,
      call: input.call ?? null,
    }
    const records = await listTriage(filters, officer.id)
    const alerts = await listAlertsOf(records.map((record) => record.id))
    const groups = triageGroups(records, alerts, await getDeskState(), filters, new Date())
    const facets = await getTriageFacets()
    const first = params.alert ?? groups[0]?.rows[0]?.alert ?? null
    const open = first ? await getOpenAlert(first, officer) : null
    if (params.alert && !open) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    return inertia.render('triage/index', {
      filters,
      counts: await countTriage(officer.id),
      threats: facets.threats,
      calls: facets.calls,
      groups,
      open,
      today: await getToday(officer.id, administration!.timezone),
      dismissalReasons: [...DISMISSAL_REASONS],
      asOf: (facets.newest ?? new Date()).toISOString(),
      may: { claim: officer.permissions.has('alerts.triage'), dismiss: officer.permissions.has('alerts.triage') },
    })
  }
}
