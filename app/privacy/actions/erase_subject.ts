import { err, ok, type Result } from '#core/kernel/result'
import { maskConsignments } from '#app/cargo_register/published'
import { eraseBytes } from '#app/intake/published'
import { deleteTravellers, heldTravellers, messagesWithHeldTravellers } from '#app/travellers/published'
import { maskAssessments } from '#app/targeting/published'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import type { Erasing } from '#platform/retention/retention_class'
import { rows, unitOfWork } from '#platform/tenancy/database'
import { getRequest } from '../queries/get_request.js'
import { subjectMatcher } from '../subject.js'
import { writeRequestEvent } from './write_request_event.js'

const BATCH = 100

/**
 * Erases where the law allows: the party becomes a pseudonym in every revision, the snapshots and the
 * raw bytes that name it are emptied, and where the party travelled the traveller is deleted. What a legal hold keeps stays, and is counted. The audit names
 * nobody and is left alone. Repeatable after a crash anywhere.
 */
export async function eraseSubject(
  requestId: string,
  officerId: string,
  at: Date
): Promise<Result<Record<string, number>, Failure>> {
  const request = await getRequest(requestId)
  if (!request) return err({ kind: 'not_found' })
  if (request.state === 'searching' || !request.subject) return err(conflict('privacy.not_searched_yet'))
  if (request.kind !== 'erasure') return err(conflict('privacy.not_an_erasure'))
  const matches = subjectMatcher(request.subject)
  const erasing: Erasing = { at, rule: 'subject_request' }
  const consignments = await split('consignments', requestId)
  for (const batch of inBatches(consignments.free)) {
    await maskConsignments(batch, erasing, (party) => matches(party) !== null)
    await maskAssessments(batch, erasing)
  }
  const travellers = await splitTravellers(requestId)
  const messages = await split('messages', requestId)
  for (const batch of inBatches(messages.free)) await eraseBytes(batch, erasing)
  for (const batch of inBatches(travellers.free)) await deleteTravellers(batch)
  const counts = {
    consignments: consignments.free.length,
    messages: messages.free.length,
    travellers: travellers.free.length,
    held: consignments.held + messages.held + travellers.held,
  }
  await unitOfWork(async () => {
    await writeRequestEvent(requestId, 'erased', officerId, { counts })
    await recordAction({
      action: 'subject_request.erased',
      subject: { kind: 'subject_request', id: requestId },
      data: counts,
    })
  })
  return ok(counts)
}

const HELD = {
  consignments: `select item_id as id, tenant.consignment_is_held(item_id) as held from tenant.subject_hits where request_id = ? and register = 'consignments' order by item_id`,
  messages: `select h.item_id as id, tenant.message_is_held(h.item_id) as held from tenant.subject_hits h join tenant.received_messages r on r.id = h.item_id where h.request_id = ? and h.register = 'messages' order by h.item_id`,
} as const

async function split(register: keyof typeof HELD, requestId: string): Promise<{ free: string[]; held: number }> {
  const found = await rows<{ id: string; held: boolean }>(HELD[register], [requestId])
  const named =
    register === 'messages' ? await messagesWithHeldTravellers(found.map(({ id }) => id)) : new Set<string>()
  const free = found.filter(({ id, held }) => !held && !named.has(id)).map(({ id }) => id)
  return { free, held: found.length - free.length }
}

/** Those that are still there; a hold may keep a person by name. */
async function splitTravellers(requestId: string): Promise<{ free: string[]; held: number }> {
  const found = await rows<{ id: string }>(
    `select t.id from tenant.subject_hits h join tenant.travellers t on t.id = h.item_id
      where h.request_id = ? and h.register = 'travellers' order by t.id`,
    [requestId]
  )
  const held = await heldTravellers(found.map(({ id }) => id))
  return { free: found.map(({ id }) => id).filter((id) => !held.has(id)), held: held.size }
}

function* inBatches(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH)
}
