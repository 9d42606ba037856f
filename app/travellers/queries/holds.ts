import { rows } from '#platform/tenancy/database'
import { keysOf } from '../named_traveller.js'
import { openTravellers, type SealedRow } from '../sealed_traveller.js'

export interface HoldableRow extends SealedRow {
  /** By a hold of its period. */
  held: boolean
}

/** Keys of persons that a legal hold names now. */
export const heldKeys = async (): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await rows<{ key: string }>(
        `select party_key as key from tenant.legal_holds where scope = 'party' and lifted_at is null`
      )
    ).map(({ key }) => key)
  )

/** Which of these a hold keeps, by period or by person. Rows are opened only while a hold names a person. */
export async function heldAmong(found: readonly HoldableRow[], keys: ReadonlySet<string>): Promise<boolean[]> {
  if (keys.size === 0) return found.map(({ held }) => held)
  const opened = await openTravellers(found)
  return found.map(({ held }, at) => {
    const traveller = opened[at]
    return held || (traveller != null && !keysOf(traveller).isDisjointFrom(keys))
  })
}

/** Of these travellers, those a hold keeps. */
export async function heldTravellers(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<HoldableRow>(
    `select id, sealed, tenant.period_is_held(filed_at) as held from tenant.travellers where id = any(?::uuid[])`,
    [ids]
  )
  const held = await heldAmong(found, await heldKeys())
  return new Set(found.filter((_, at) => held[at]).map(({ id }) => id))
}

/** Of these received messages, those with a traveller whom a hold names. */
export async function messagesWithHeldTravellers(received: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = await heldKeys()
  if (keys.size === 0 || received.length === 0) return new Set()
  const found = await rows<HoldableRow & { received: string }>(
    `select t.id, t.sealed, false as held, m.received_message_id as received from tenant.travellers t
       join tenant.reported_documents d on d.tenant_id = t.tenant_id and d.id = t.document_id
       join tenant.messages m on m.tenant_id = d.tenant_id and m.id = d.message_id where m.received_message_id = any(?::uuid[])`,
    [received]
  )
  const held = await heldAmong(found, keys)
  return new Set(found.filter((_, at) => held[at]).map((row) => row.received))
}
