import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { closeRequest, noteRequest } from '../actions/close_request.js'
import { eraseSubject } from '../actions/erase_subject.js'
import { exportSubject } from '../actions/export_subject.js'
import { restrictSubject } from '../actions/restrict_subject.js'
import { listFiles } from '../queries/request_parts.js'
import { answerValidator, noteValidator } from '../validators/privacy.js'

/** What is done about one request. */
export default class RequestActsController {
  async export(ctx: HttpContext) {
    const { i18n } = ctx
    const words = {
      language: i18n.locale,
      direction: i18n.locale === 'ar' ? ('rtl' as const) : ('ltr' as const),
      title: i18n.t('privacy.file_title'),
      madeAt: i18n.t('privacy.file_made_at'),
      consignments: i18n.t('privacy.register_consignments'),
      messages: i18n.t('privacy.register_messages'),
      travellers: i18n.t('privacy.register_travellers'),
      officers: i18n.t('privacy.register_officers'),
      nothing: i18n.t('privacy.file_nothing'),
      withheld: i18n.t('privacy.file_withheld'),
    }
    const made = await exportSubject(ctx.params.id, ctx.officer.id, new Date(), words)
    if (!made.ok) return answerFailure(ctx, made.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_exported'))
  }

  async restrict(ctx: HttpContext) {
    const restricted = await restrictSubject(ctx.params.id, ctx.officer.id)
    if (!restricted.ok) return answerFailure(ctx, restricted.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_restricted', { count: restricted.value }))
  }

  async erase(ctx: HttpContext) {
    const erased = await eraseSubject(ctx.params.id, ctx.officer.id, new Date())
    if (!erased.ok) return answerFailure(ctx, erased.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_erased', erased.value))
  }

  async note(ctx: HttpContext) {
    const { note } = await readInput(ctx, noteValidator, 'authoring')
    const noted = await noteRequest(ctx.params.id, note, ctx.officer.id)
    if (!noted.ok) return answerFailure(ctx, noted.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_noted'))
  }

  async close(ctx: HttpContext) {
    const input = await readInput(ctx, answerValidator, 'authoring')
    const closed = await closeRequest(ctx.params.id, input, ctx.officer.id)
    if (!closed.ok) return answerFailure(ctx, closed.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_closed'))
  }

  /** The file for the person; as a download, never as a page of ours. */
  async file({ params, response, administration }: HttpContext) {
    const files = await listFiles(params.id)
    const file = found(files.find(({ id }) => id === params.file))
    const first = blobs.read(administration!.id, file.blob)
    const bytes = Buffer.concat(await Array.fromAsync(first))
    await recordAction({ action: 'subject_request.downloaded', subject: { kind: 'subject_request', id: params.id } })
    response.header('content-type', 'application/octet-stream')
    response.header('content-length', file.bytes)
    response.header('content-disposition', `attachment; filename="${file.id}.${file.format}"`)
    response.header('content-security-policy', `sandbox; default-src 'none'`)
    return response.stream(Readable.from([bytes]))
  }
}

const pathOf = ({ administration, params }: HttpContext) => `/a/${administration!.code}/privacy/requests/${params.id}`
