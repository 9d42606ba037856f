import type { HttpContext } from '@adonisjs/core/http'
import { healthRow, HEALTH_ORDER } from '../health_row.js'
import { listAdministrationHealth } from '../queries/list_administration_health.js'

/** Worst first, those that do not receive yet last; counts and health only. */
export default class AdministrationsController {
  async index({ inertia }: HttpContext) {
    const now = new Date()
    const administrations = (await listAdministrationHealth()).map((each) => healthRow(each, now))
    administrations.sort(
      (a, b) => HEALTH_ORDER.indexOf(a.state) - HEALTH_ORDER.indexOf(b.state) || a.name.localeCompare(b.name)
    )
    return inertia.render('platform/administrations', { administrations, at: now.toISOString() })
  }
}
