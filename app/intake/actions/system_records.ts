import { registerDeclaration, registerPermit, type FilingOfReport } from '#app/cargo_register/published'
import type { SystemRecord } from '#core/cargo/system_record'
import type { ReadMessage } from '#core/formats/format'
import type { MessageInHand } from './take_message.js'

/** What a national system tells of in a Message; `null` where it is something else or cannot be used. */
export const recordIn = ({ declaration, permit }: ReadMessage): SystemRecord | null => declaration ?? permit ?? null

/** It is a record of a national system, and cannot be used: its own Problems say why. */
export const isUnusable = ({ declaration, permit }: ReadMessage): boolean => declaration === null || permit === null

/**
 * What is declared and permitted, national systems say. Who files cargo does not say what an importer declared of it:
 * through a channel that is bound to a filer records are not read.
 */
export function toldBySystem(received: MessageInHand, message: ReadMessage): ReadMessage {
  if (!recordIn(message) || received.senderId === null) return message
  const { declaration: _, permit: __, ...others } = message
  return others
}

/** Hands the record to the room that keeps it. */
export async function registerRecord({ declaration, permit }: ReadMessage, filing: FilingOfReport): Promise<boolean> {
  if (declaration?.number) {
    await registerDeclaration({ ...declaration, number: declaration.number }, filing)
    return true
  }
  if (!permit?.number) return false
  await registerPermit({ ...permit, number: permit.number }, filing)
  return true
}
