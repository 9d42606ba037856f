import {
  registerDeclaration,
  registerExamination,
  registerPermit,
  type FilingOfReport,
} from '#app/cargo_register/published'
import type { SystemRecord } from '#core/cargo/system_record'
import type { ReadMessage } from '#core/formats/format'
import { firstRow } from '#platform/tenancy/database'
import type { MessageInHand } from './take_message.js'

/** What a national system tells of in a Message; `null` where it is something else or cannot be used. */
export const recordIn = ({ declaration, permit, examination }: ReadMessage): SystemRecord | null =>
  declaration ?? permit ?? examination ?? null

/** It is a record of a national system, and cannot be used: its own Problems say why. */
export const isUnusable = ({ declaration, permit, examination }: ReadMessage): boolean =>
  declaration === null || permit === null || examination === null

/** A Message as it may be read from where it came, and the connected system that sent it. */
export interface ToldMessage {
  message: ReadMessage
  systemId: string | null
}

/**
 * What is declared and permitted, national systems say. Who files cargo does not say what an importer declared of it:
 * through a channel that is bound to a filer records are not read. Results of examinations end orders: they are read only of a
 * customs system's own token for them, never of an upload or of any other machine.
 */
export async function toldBySystem(received: MessageInHand, message: ReadMessage): Promise<ToldMessage> {
  if (!recordIn(message)) return { message, systemId: null }
  const { bound, systemId } = await wayOf(received)
  if (!bound && (!message.examination || systemId !== null)) return { message, systemId }
  const { declaration: _, permit: __, examination: ___, ...others } = message
  return { message: others, systemId: null }
}

interface Way {
  /** To a filer, by the token or by who loaded it; the sender that its first Message named binds nothing. */
  bound: boolean
  /** The customs system that may tell results. */
  systemId: string | null
}

async function wayOf({ id, senderId }: MessageInHand): Promise<Way> {
  const found = await firstRow<Way>(
    `select case when t.id is not null then t.sender_id is not null else r.channel = 'console' and ?::uuid is not null end as bound, s.id as "systemId"
       from tenant.received_messages r
       left join tenant.api_tokens t on t.tenant_id = r.tenant_id and t.id = r.submitted_by
       left join tenant.connected_systems s on s.tenant_id = t.tenant_id and s.id = t.system_id and s.kind = 'customs_system'
        and 'examinations' = any (string_to_array(t.scopes, ' '))
      where r.id = ?`,
    [senderId, id]
  )
  return found ?? { bound: true, systemId: null }
}

/** Hands the record to the room that keeps it. */
export async function registerRecord(
  { message: { declaration, permit, examination }, systemId }: ToldMessage,
  filing: FilingOfReport
): Promise<boolean> {
  if (declaration?.number) await registerDeclaration({ ...declaration, number: declaration.number }, filing)
  else if (permit?.number) await registerPermit({ ...permit, number: permit.number }, filing)
  else if (examination?.number && systemId)
    await registerExamination({ ...examination, number: examination.number }, { ...filing, systemId })
  else return false
  return true
}
