import type { Registration } from '#app/cargo_register/published'
import type { CargoReport } from '#core/cargo/cargo_report'
import type { ReportedDocument } from '#core/cargo/reported_document'
import type { ReadMessage } from '#core/formats/format'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { recordIn } from './system_records.js'
import type { MessageInHand } from './take_message.js'

export type MessageState = 'registered' | 'status_only' | 'quarantined'

/** What became of a Message in the register; `effect` is `null` for a document that is no manifest. */
export type Registered = Pick<Registration, 'manifestId' | 'callId' | 'consignmentIds' | 'problems'> & {
  effect: Registration['effect'] | null
}

/** Takes the place of a Message among those of its file; false when it was stored there before. */
export async function claimPosition(receivedId: string, position: number, messageId: string): Promise<boolean> {
  const inserted = await execute(
    `insert into tenant.message_keys (tenant_id, received_message_id, position, message_id)
     values (?::uuid, ?::uuid, ?, ?::uuid) on conflict do nothing`,
    [tenancy.current().administration.id, receivedId, position, messageId]
  )
  return inserted === 1
}

/** The row of a Message, for the message log. */
export async function insertMessage(
  received: MessageInHand,
  message: ReadMessage,
  id: string,
  state: MessageState,
  registration: Registered | null
): Promise<void> {
  const { report, counts } = message
  const told = report ?? message.document
  const record = recordIn(message)
  await execute(
    `insert into tenant.messages (tenant_id, id, received_message_id, position, type, version, profile, control_reference, function,
       function_code, document_reference, sender, test, state, effect, consignments, usable, equipment, segments, conveyance,
       manifest_id, call_id, first_byte)
     values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?)`,
    [
      tenancy.current().administration.id,
      id,
      received.id,
      message.index,
      message.type,
      message.version,
      report?.profile ?? null,
      message.controlReference,
      told?.function ?? record?.function ?? null,
      told?.functionCode ?? null,
      told?.documentReference ?? record?.number ?? null,
      told?.sender ?? record?.sender ?? null,
      told?.test ?? false,
      state,
      registration?.effect ?? null,
      counts.consignments,
      report?.consignments.filter(({ usable }) => usable).length ?? 0,
      counts.equipment,
      counts.segments,
      told ? conveyanceOf(told) : null,
      registration?.manifestId ?? null,
      registration?.callId ?? null,
      message.at?.offset ?? null,
    ]
  )
}

/** Ship and voyage as filed, for the message log. */
const conveyanceOf = ({ conveyance: { means, voyage } }: CargoReport | ReportedDocument): string | null =>
  [means.name, voyage].filter((part) => part !== null).join(' ') || null
