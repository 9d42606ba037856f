import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { AGENCY_KINDS } from '../../agency_kinds.js'
import { changeAgency, createAgency } from '../../actions/places/save_agency.js'
import { listAgencies } from '../../queries/places/list_agencies.js'
import { listMembers } from '../../queries/places/list_members.js'
import { listOfficerNames } from '../../queries/users/list_users.js'
import { agencyValidator, newAgencyValidator } from '../../validators/places.js'
import { pathTo, read } from '../form_answers.js'

/** Partner agencies, to which cases are referred; listed with the units. */
export default class AgenciesController {
  async store(ctx: HttpContext) {
    const created = await createAgency(await read(ctx, newAgencyValidator))
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(ctx, pathTo(ctx, `agencies/${created.value}`), sentence('administration.done_agency_created'))
  }

  async show({ params, inertia, officer }: HttpContext) {
    const agency = found((await listAgencies()).find(({ id }) => id === params.id))
    return inertia.render('administration/places/agency', {
      agency,
      kinds: [...AGENCY_KINDS],
      members: await listMembers('agency', agency.id),
      people: await listOfficerNames(),
      may: { manage: officer.permissions.has('units.manage') },
      self: officer.id,
    })
  }

  async update(ctx: HttpContext) {
    const changed = await changeAgency(ctx.params.id, await read(ctx, agencyValidator))
    if (!changed.ok) return answerFailure(ctx, changed.error)
    return answerDone(ctx, pathTo(ctx, `agencies/${ctx.params.id}`), sentence('common.done_saved'))
  }
}
