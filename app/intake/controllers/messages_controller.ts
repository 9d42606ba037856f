import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { AuthorizationResponse, errors } from '@adonisjs/bouncer'
import { recordAction } from '#platform/audit/record'
import { erasureView } from '#platform/retention/erasure'
import { readAgain } from '../actions/read_again.js'
import { mayOpenBytes } from '../holds_travellers.js'
import { messageView, problemView } from '../message_view.js'
import { titleOfAnswer } from '../answer_title.js'
import { listAnswers } from '../queries/answers_of.js'
import { getReceivedMessage, type ReceivedMessage } from '../queries/get_received_message.js'
import { listConsignmentsOfReceived } from '../queries/list_consignments_of_received.js'
import { listMessagesOf } from '../queries/list_messages_of.js'
import { listProblems, type StoredProblem } from '../queries/list_problems.js'
import { listReceivedMessages, PAGE_SIZE } from '../queries/list_received_messages.js'
import { readingBytes } from '../queries/readable_bytes.js'
import { readRawWindow } from '../queries/read_raw_window.js'
import { openRaw } from '../raw/open_raw.js'
import { shownState } from '../shown_state.js'
import { readCount, readMessageLogQuery } from '../validators/message_log.js'

const missing = () => new Exception('There is no such message', { status: 404, code: 'E_ROW_NOT_FOUND' })

/** Reading the bytes of a filer is reading something confidential, on the page as in the file; those of travellers are persons'. */
const recordRawRead = ({ id, holdsTravellers }: ReceivedMessage) =>
  recordAction({
    action: holdsTravellers === 'no' ? 'message.raw_opened' : 'travellers.raw_opened',
    subject: { kind: 'message', id },
  })

/** The message log: what came, what was wrong with it, and its bytes. */
export default class MessagesController {
  async index({ request, inertia }: HttpContext) {
    const { shown, filter, page } = readMessageLogQuery(request.qs())
    const found = await listReceivedMessages(filter, page)
    return inertia.render('messages/index', {
      filters: shown,
      counts: found.counts,
      rows: found.rows.map((row) => ({
        ...row,
        receivedAt: row.receivedAt.toISOString(),
        state: shownState(row.state),
      })),
      total: found.total,
      page,
      pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    })
  }

  async show({ params, request, inertia, officer }: HttpContext) {
    const message = await getReceivedMessage(params.id)
    if (!message) throw missing()
    const mayRead = mayOpenBytes(officer, message)
    const [messages, problems] = [await listMessagesOf(message.id), await listProblems(message.id)]
    if (mayRead) await recordRawRead(message)
    const { read: raw, erased } = mayRead
      ? await readingBytes(message, (read) =>
          readRawWindow(read, message, readCount(request.qs().from), problems.flatMap(markOf))
        )
      : { read: null, erased: message.erased }
    return inertia.render('messages/show', {
      message: {
        id: message.id,
        receivedAt: message.receivedAt.toISOString(),
        channel: message.channel,
        sender: message.sender,
        fileName: message.fileName,
        bytes: message.bytes,
        sha256: message.sha256,
        format: message.format,
        charset: message.charset,
        state: shownState(message.state),
        duplicateOf: null,
      },
      contents: messages.map((each) => messageView(each, problems, raw?.lineOf)),
      problems: problems
        .filter(({ messageId }) => messageId === null)
        .map((problem) => problemView(problem, raw?.lineOf)),
      raw: {
        lines: raw?.lines ?? [],
        from: raw?.from ?? 1,
        total: raw?.total ?? 0,
        kept: erased === null,
        erased: erasureView(erased),
        withheld: mayRead || !officer.permissions.has('messages.read_raw') ? null : message.holdsTravellers,
      },
      consignments: await listConsignmentsOfReceived(message.id),
      answers: (await listAnswers(message.id)).map(({ madeAt, ...answer }) => ({
        ...answer,
        title: titleOfAnswer(answer.kind),
        madeAt: madeAt.toISOString(),
      })),
      may: {
        readAgain: !erased && message.state === 'quarantined' && officer.permissions.has('messages.submit'),
        download: mayRead && !erased,
        readAnswers: officer.permissions.has('messages.read_answers'),
      },
    })
  }

  /** The bytes as received, as a file and never as a page. */
  async raw({ params, response, session, administration, officer }: HttpContext) {
    const message = await getReceivedMessage(params.id)
    if (!message) throw missing()
    if (!mayOpenBytes(officer, message)) throw new errors.E_AUTHORIZATION_FAILURE(AuthorizationResponse.deny())
    const { read: opened } = await readingBytes(message, (read) => openRaw(read(), message.format))
    if (!opened) {
      session.flash('flash', { kind: 'refused', sentence: { key: 'common.source_not_kept', params: {} } })
      return response.redirect().status(303).toPath(`/a/${administration!.code}/messages/${message.id}`)
    }
    await recordRawRead(message)
    response.header('content-type', 'application/octet-stream')
    response.header('content-length', message.bytes)
    response.header('content-disposition', `attachment; filename="${message.receipt}.${opened.extension}"`)
    response.header('content-security-policy', `sandbox; default-src 'none'`)
    return response.stream(Readable.from(opened.bytes))
  }

  async readAgain({ params, response, session, administration }: HttpContext) {
    const message = await getReceivedMessage(params.id)
    if (!message) throw missing()
    const again = await readAgain(message.id)
    session.flash(
      'flash',
      again
        ? { kind: 'done', sentence: { key: 'common.done_read_again', params: {} } }
        : { kind: 'refused', sentence: { key: 'intake.refused_not_quarantined', params: {} } }
    )
    return response.redirect().status(303).toPath(`/a/${administration!.code}/messages/${message.id}`)
  }
}

const markOf = ({ offset, length }: StoredProblem) => (offset === null ? [] : [{ offset, length: length ?? 1 }])
