import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import { leadMinutes, touchAlert } from '#app/targeting/published'
import { clearShips, wholeQueue } from '../queries/clear_ships.js'
import { getDeskState } from '../queries/get_desk_state.js'
import { getOpenAlert } from '../queries/get_open_alert.js'
import { listAlertsOf } from '../queries/list_alerts_of_consignment.js'
import { listDeskViews, unitsOfOfficer } from '../queries/list_desk_views.js'
import { countTriage, getToday, getTriageFacets, listTriage } from '../queries/list_triage.js'
import { listTriageKeys, MOST_ORDERED } from '../queries/list_triage_keys.js'
import { orderTriage } from '../queries/order_triage.js'
import { alertReasons } from '../queries/alert_reasons.js'
import { placeName } from '../transformers/call_summary.js'
import { triageGroups } from '../transformers/triage_groups.js'
import { isWholeQueue, type TriageFilters } from '../triage_filters.js'
import { triageValidator } from '../validators/desk.js'

/** Rows the page brings at first; more come when they are asked for. */
const FIRST_ROWS = 100

export default class TriageController {
  /** The queue; with `/triage/:alert` that row is open. */
  async index({ inertia, request, params, officer, administration }: HttpContext) {
    const input = await request.validateUsing(triageValidator)
    const filters: TriageFilters = {
      view: input.view ?? 'all',
      sort: input.sort ?? 'urgency',
      threat: input.threat ?? null,
      call: input.call ?? null,
      port: input.port ?? null,
      unit: input.unit ?? null,
    }
    const queue = once(() => this.#queue(filters, officer.id, input.rows ?? FIRST_ROWS))
    const facets = once(getTriageFacets)
    if (params.alert) await touchAlert(params.alert, officer.id)
    const triage = officer.permissions.has('alerts.triage')
    // Functions: a click on a row asks for the open one alone, and what is not asked for is not read.
    return inertia.render('triage/index', {
      filters,
      counts: () => countTriage(officer.id),
      threats: async () => (await facets()).threats,
      calls: async () => (await facets()).calls,
      ports: async () => (await facets()).ports.map((code) => ({ code, name: placeName(code) ?? code })),
      views: () => listDeskViews(officer.id),
      units: () => unitsOfOfficer(officer.id),
      groups: async () => (await queue()).groups,
      loaded: async () => (await queue()).loaded,
      total: async () => (await queue()).total,
      beyond: async () => (await queue()).total === MOST_ORDERED,
      desk: async () => (await queue()).desk,
      open: async () => {
        const first = params.alert ?? (await queue()).groups[0]?.rows[0]?.alert ?? null
        const open = first ? await getOpenAlert(first, officer) : null
        if (params.alert && !open) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
        return open
      },
      today: () => getToday(officer.id, administration!.timezone),
      dismissalReasons: () => alertReasons('dismiss'),
      asOf: async () => ((await facets()).newest ?? new Date()).toISOString(),
      may: { claim: triage, dismiss: triage, supervise: officer.permissions.has('alerts.supervise') },
    })
  }

  async #queue(filters: TriageFilters, officerId: string, most: number) {
    const now = new Date()
    const lead = await leadMinutes()
    const asked = await listTriageKeys(filters, officerId)
    const keys = await orderTriage(asked, filters, lead, now)
    const records = await listTriage(keys.slice(0, most).map(({ id }) => id))
    const alerts = await listAlertsOf(records.map((record) => record.id))
    const desk = await getDeskState()
    const clearing = await clearShips(isWholeQueue(filters) ? asked : await wholeQueue(), desk, now)
    return {
      groups: triageGroups({ keys, records, alerts, clearing, leadMinutes: lead, filters }),
      loaded: records.length,
      total: keys.length,
      desk: { officers: desk.analysts, ...desk.pace, leadMinutes: lead },
    }
  }
}

/** Read at the first asking, and for all who ask. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}
