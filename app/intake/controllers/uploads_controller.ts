import type { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import type { UploadResult } from '../../../resources/pages/uploads/new.props.js'
import { receiveMessage, type NotReceived, type Receipt } from '../actions/receive_message.js'
import { MAX_BYTES } from '../limits.js'
import { messageView, problemView } from '../message_view.js'
import { getProgress } from '../queries/get_progress.js'
import { getReceivedMessage } from '../queries/get_received_message.js'
import { listMessagesOf } from '../queries/list_messages_of.js'
import { listProblems } from '../queries/list_problems.js'
import { listRecentUploads } from '../queries/list_recent_uploads.js'
import { shownState } from '../shown_state.js'

const REFUSALS = { too_large: 413, empty: 422, idempotency_conflict: 409, no_file: 422 } as const

/** Files handed in by hand, one a request, streamed straight into the store. */
export default class UploadsController {
  async create({ inertia }: HttpContext) {
    const recent = await listRecentUploads()
    return inertia.render('uploads/new', {
      maxBytes: MAX_BYTES,
      recent: recent.map((each) => ({
        ...each,
        receivedAt: each.receivedAt.toISOString(),
        state: shownState(each.state),
      })),
    })
  }

  async store(ctx: HttpContext) {
    const received = await this.#receive(ctx)
    if (!received.ok) {
      const message = { key: `intake.refused_${received.error}`, params: { megabytes: MAX_BYTES / 1024 / 1024 } }
      return ctx.response.status(REFUSALS[received.error]).json({ message })
    }
    const result = await uploadResult(received.value.id, received.value)
    return ctx.response.status(received.value.duplicate ? 200 : 202).json(result)
  }

  async show({ params, response }: HttpContext) {
    const result = await uploadResult(params.id, null)
    return result
      ? response.json(result)
      : response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
  }

  /** The first file of the form; whatever else it carries is passed over. */
  async #receive({ request, officer }: HttpContext): Promise<Result<Receipt, NotReceived | 'no_file'>> {
    let received: Result<Receipt, NotReceived | 'no_file'> = { ok: false, error: 'no_file' }
    let failure: { error: unknown } | null = null
    if (!request.is(['multipart'])) return received
    request.multipart.onFile('file', { deferValidations: true }, async (part) => {
      const stream = part as unknown as Readable & { filename?: string }
      // What a part handler throws is swallowed by the reader of forms: kept for below.
      await receiveMessage({
        bytes: stream.iterator({ destroyOnReturn: false }),
        channel: 'upload',
        filename: stream.filename ?? null,
        senderId: null,
        submittedBy: officer.id,
      }).then(
        (answer) => (received = answer),
        (error: unknown) => (failure = { error })
      )
      stream.resume()
    })
    try {
      await request.multipart.process({ limit: MAX_BYTES + 1024 * 1024 })
    } catch (error) {
      if ((error as { code?: string }).code === 'E_REQUEST_ENTITY_TOO_LARGE') return { ok: false, error: 'too_large' }
      throw error
    }
    if (failure) throw (failure as { error: unknown }).error
    return received
  }
}

async function uploadResult(id: string, receipt: Receipt | null): Promise<UploadResult | null> {
  const message = await getReceivedMessage(id)
  if (!message) return null
  const [messages, problems, consignments] = [await listMessagesOf(id), await listProblems(id), await getProgress(id)]
  return {
    id,
    fileName: message.fileName,
    bytes: message.bytes,
    state: shownState(message.state),
    format: message.format,
    receivedAt: message.receivedAt.toISOString(),
    duplicateOf: receipt?.duplicate ? { id, receivedAt: receipt.receivedAt.toISOString() } : null,
    messages: messages.map((each) => messageView(each, problems)),
    problems: problems.filter(({ messageId }) => messageId === null).map((problem) => problemView(problem)),
    consignments,
  }
}
