import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { recordAction } from '#platform/audit/record'
import { registerRequest } from '../actions/register_request.js'
import { countHits } from '../actions/search_subject.js'
import { startOfDay, endOfDay } from '../days.js'
import { getRequest, listRequests, type RequestRow } from '../queries/get_request.js'
import { listFiles, listHits, listRequestEvents } from '../queries/request_parts.js'
import { countRestrictions } from '../queries/restricted.js'
import { KINDS, requestValidator } from '../validators/privacy.js'

/** People who ask what is kept of them, and what was done about it. */
export default class RequestsController {
  async index({ inertia, officer }: HttpContext) {
    const requests = await listRequests()
    return inertia.render('privacy/requests', {
      kinds: [...KINDS],
      requests: requests.map(shown),
      may: { manage: officer.permissions.has('privacy.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const { names, identifiers, contacts, addresses, receivedOn, dueOn, ...input } = await readInput(
      ctx,
      requestValidator,
      'authoring'
    )
    const registered = await registerRequest(
      {
        ...input,
        receivedAt: startOfDay(receivedOn),
        dueAt: endOfDay(dueOn),
        subject: { names, identifiers, contacts, addresses },
      },
      ctx.officer.id
    )
    if (!registered.ok) return answerFailure(ctx, registered.error)
    return answerDone(
      ctx,
      `/a/${ctx.administration!.code}/privacy/requests/${registered.value}`,
      sentence('privacy.done_registered')
    )
  }

  async show({ params, inertia, officer }: HttpContext) {
    const request = found(await getRequest(params.id))
    await recordAction({ action: 'subject_request.opened', subject: { kind: 'subject_request', id: request.id } })
    const manages = officer.permissions.has('privacy.manage')
    const events = await listRequestEvents(request.id)
    const files = await listFiles(request.id)
    return inertia.render('privacy/request', {
      request: { ...shown(request), searched: request.searched, subject: request.subject },
      counts: await countHits(request.id),
      hits: await listHits(request.id),
      events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      files: files.map(({ createdAt, blob: _blob, ...file }) => ({ ...file, createdAt: createdAt.toISOString() })),
      restrictions: await countRestrictions(request.id),
      may: { manage: manages && request.closedAt === null },
    })
  }
}

const shown = ({ receivedAt, dueAt, closedAt, ...request }: RequestRow) => ({
  id: request.id,
  kind: request.kind,
  reference: request.reference,
  legalBasis: request.legalBasis,
  state: request.state,
  createdBy: request.createdBy,
  receivedAt: receivedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
})
