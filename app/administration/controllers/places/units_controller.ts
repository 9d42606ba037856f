import type { HttpContext } from '@adonisjs/core/http'
import { THREATS } from '#core/indicators/definition'
import { listOwnPorts } from '#app/cargo_register/published'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { changeUnit } from '../../actions/places/change_unit.js'
import { createUnit } from '../../actions/places/create_unit.js'
import { listAgencies } from '../../queries/places/list_agencies.js'
import { listMembers } from '../../queries/places/list_members.js'
import { listSites } from '../../queries/places/list_sites.js'
import { listUnits } from '../../queries/places/list_units.js'
import { listOfficerNames } from '../../queries/users/list_users.js'
import { newUnitValidator, unitValidator } from '../../validators/places.js'
import { pathTo, read } from '../form_answers.js'

export default class UnitsController {
  /** Units, sites and partner agencies on one page: an administration has few of each. */
  async index({ inertia, officer }: HttpContext) {
    return inertia.render('administration/places/index', {
      units: await listUnits(),
      sites: await listSites(),
      agencies: await listAgencies(),
      ports: await listOwnPorts(),
      may: { manage: officer.permissions.has('units.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const created = await createUnit(await read(ctx, newUnitValidator))
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(ctx, pathTo(ctx, `units/${created.value}`), sentence('administration.done_unit_created'))
  }

  async show({ params, inertia, officer }: HttpContext) {
    const unit = found((await listUnits()).find(({ id }) => id === params.id))
    return inertia.render('administration/places/unit', {
      unit,
      ports: await listOwnPorts(),
      threats: [...THREATS],
      members: await listMembers('unit', unit.id),
      people: await listOfficerNames(),
      may: { manage: officer.permissions.has('units.manage') },
      self: officer.id,
    })
  }

  async update(ctx: HttpContext) {
    const changed = await changeUnit(ctx.params.id, await read(ctx, unitValidator))
    if (!changed.ok) return answerFailure(ctx, changed.error)
    return answerDone(ctx, pathTo(ctx, `units/${ctx.params.id}`), sentence('common.done_saved'))
  }
}
