import { registerCargoReport, registerDocument } from '#app/cargo_register/published'
import { registerTravellerList } from '#app/travellers/published'
import type { CargoReport } from '#core/cargo/cargo_report'
import type { ReportedDocument } from '#core/cargo/reported_document'
import type { SystemRecord } from '#core/cargo/system_record'
import type { ReadMessage } from '#core/formats/format'
import type { Instant } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import type { Problem } from '#core/kernel/problem'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { answerReport } from './answer_report.js'
import { findSender, senderById, type Sender } from './find_sender.js'
import { claimPosition, insertMessage, type MessageState, type Registered } from './insert_message.js'
import { isUnusable, recordIn, registerRecord, toldBySystem, type ToldMessage } from './system_records.js'
import type { MessageInHand } from './take_message.js'
import { storeProblems, type StoredWithMessage } from './store_problems.js'

/** A ship of 20,000 consignments is one unit of work. */
const TIMEOUT_MS = 300_000

type Told = CargoReport | ReportedDocument | SystemRecord

/**
 * Stores one Message and what it says, in one unit. The key row makes it happen once: after a
 * crash the same bytes are read again, and what was stored before is passed over.
 */
export async function storeMessage(received: MessageInHand, read: ReadMessage): Promise<void> {
  await unitOfWork(
    async () => {
      const id = uuidv7()
      if (!(await claimPosition(received.id, read.index, id))) return
      const told = await toldBySystem(received, read)
      const { message } = told
      const sender = await senderOf(received, toldIn(message))
      const asRead = stateOf(message)
      const registration = asRead === 'quarantined' ? null : await register(received, told, id, sender)
      const state = isOnlyNamed(message, registration) ? 'status_only' : asRead
      const problems = problemsOf(message, registration)
      await insertMessage(received, message, id, state, registration)
      await storeProblems(
        { receivedMessageId: received.id, messageId: id, consignmentIds: registration?.consignmentIds ?? [] },
        problems
      )
      await answerReport(received, message, sender, { problems, rejected: state === 'quarantined' })
      if (received.senderId === null && message.index === 0) {
        await execute(`update tenant.received_messages set sender_id = ?::uuid where id = ?::uuid`, [
          sender.id,
          received.id,
        ])
      }
    },
    { statementTimeoutMs: TIMEOUT_MS, repeatable: true, planned: true }
  )
}

const toldIn = (message: ReadMessage): Told | null => message.report ?? message.document ?? recordIn(message)

/** What a Message says goes to the register; a list of travellers only where the administration reads them. */
async function register(
  received: MessageInHand,
  from: ToldMessage,
  messageId: string,
  sender: Sender
): Promise<Registered | null> {
  const { report, document } = from.message
  const told = toldIn(from.message)
  if (!told) return null
  const filing = { messageId, sender, filedAt: filedAt(received, told), historical: received.historical }
  if (report) return registerCargoReport(report, filing)
  if (await registerRecord(from, filing)) return { ...NO_MANIFEST, callId: null }
  if (!document) return null
  const stored =
    document.kind === 'traveller_list'
      ? await registerTravellerList(document, filing)
      : await registerDocument(document, filing)
  return stored && { ...NO_MANIFEST, callId: stored.callId }
}

/** What a document that is no manifest leaves open. */
const NO_MANIFEST = { effect: null, manifestId: null, consignmentIds: [], problems: [] }

/** A filer bound to the channel is the filer: nobody amends another's document by writing another's name. */
async function senderOf(received: MessageInHand, report: Told | null): Promise<Sender> {
  if (received.senderId === null) return findSender(report?.sender ?? null)
  return (await senderById(received.senderId))!
}

function stateOf(message: ReadMessage): MessageState {
  const told = toldIn(message)
  if (!told || message.problems.some(({ severity }) => severity === 'fatal')) return 'quarantined'
  if (!('test' in told)) return 'registered'
  const says = told.test || told.function === 'test' || told.function === 'status_only'
  return says ? 'status_only' : 'registered'
}

/** A list of travellers that is not read: its bytes are kept, nothing in it becomes a row. */
const isOnlyNamed = ({ document }: ReadMessage, registration: Registered | null): boolean =>
  document?.kind === 'traveller_list' && registration === null

/** History is as old as its documents say, unless the loader said when it was filed. */
function filedAt(received: MessageInHand, report: Told): Instant {
  if (!received.historical || received.filedAtGiven || !('preparedAt' in report)) return received.filedAt
  if (report.preparedAt === null) return received.filedAt
  return Math.min(received.filedAt, toInstant(report.preparedAt, tenancy.current().administration.timezone))
}

function problemsOf(message: ReadMessage, registration: Registered | null): StoredWithMessage[] {
  const unread: Problem[] =
    toldIn(message) === null && !isUnusable(message)
      ? [{ code: 'SEM-TYPE-NOT-READ', severity: 'error', params: { type: message.type ?? '' } }]
      : []
  const ofConsignments = message.report?.consignments.flatMap(({ problems, consignment }) =>
    problems.map((problem) => ({ consignment: consignment.sequence, ...problem }))
  )
  // Houses and master of one file were compared by its reader.
  const compared = new Set(
    message.problems.flatMap(({ code, params }) =>
      code === 'TOT-MASTER-HOUSE' ? [`${params?.master} ${params?.what}`] : []
    )
  )
  const ofRegister = registration?.problems.filter(
    ({ code, params }) => code !== 'TOT-MASTER-HOUSE' || !compared.has(`${params?.master} ${params?.what}`)
  )
  return [...unread, ...message.problems, ...(ofConsignments ?? []), ...(ofRegister ?? [])]
}
