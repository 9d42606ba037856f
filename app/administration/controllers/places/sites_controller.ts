import type { HttpContext } from '@adonisjs/core/http'
import { listOwnPorts } from '#app/cargo_register/published'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { changeSite } from '../../actions/places/change_site.js'
import { createSite } from '../../actions/places/create_site.js'
import { listMembers } from '../../queries/places/list_members.js'
import { listSites } from '../../queries/places/list_sites.js'
import { listOfficerNames } from '../../queries/users/list_users.js'
import { SITE_KINDS } from '../../site_kinds.js'
import { newSiteValidator, siteValidator } from '../../validators/places.js'
import { pathTo, read } from '../form_answers.js'

export default class SitesController {
  async store(ctx: HttpContext) {
    const { port, ...input } = await read(ctx, newSiteValidator)
    const created = await createSite({ ...input, port: port || null })
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(ctx, pathTo(ctx, `sites/${created.value}`), sentence('administration.done_site_created'))
  }

  async show({ params, inertia, officer }: HttpContext) {
    const site = found((await listSites()).find(({ id }) => id === params.id))
    return inertia.render('administration/places/site', {
      site,
      ports: await listOwnPorts(),
      kinds: [...SITE_KINDS],
      members: await listMembers('site', site.id),
      people: await listOfficerNames(),
      may: { manage: officer.permissions.has('units.manage') },
      self: officer.id,
    })
  }

  async update(ctx: HttpContext) {
    const { port, ...input } = await read(ctx, siteValidator)
    const changed = await changeSite(ctx.params.id, { ...input, port: port || null })
    if (!changed.ok) return answerFailure(ctx, changed.error)
    return answerDone(ctx, pathTo(ctx, `sites/${ctx.params.id}`), sentence('common.done_saved'))
  }
}
