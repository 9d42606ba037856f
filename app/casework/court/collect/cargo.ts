import { loadRevisionsForAssessment, provenanceOf, revisionsOfConsignment } from '#app/cargo_register/published'
import { rows } from '#platform/tenancy/database'
import { listCaseConsignments, type CaseConsignment } from '../../cases/queries/contents.js'
import type { CourtConsignment, CourtMessage } from '../content.js'
import { factsOf } from './facts.js'
import { iso } from './study.js'

/** Cargo of a case at ports that the units of who asks look at: what was filed, where in the original message each value stands, and the hash of that message. */
export async function collectCargo(caseId: string): Promise<{ consignments: CourtConsignment[]; whole: boolean }> {
  const all = await listCaseConsignments(caseId)
  const cargo = all.filter(({ inScope }) => inScope)
  const current = await rows<{ id: string; revisionId: string }>(
    `select id, revision_id as "revisionId" from tenant.consignments where id = any(?::uuid[])`,
    [cargo.map(({ id }) => id)]
  )
  const revisionOf = new Map(current.map(({ id, revisionId }) => [id, revisionId]))
  // One after the other: each reads whole documents.
  const read: CourtConsignment[] = []
  for (const each of cargo) read.push(await consignmentOf(each, revisionOf.get(each.id)!))
  return { consignments: read, whole: cargo.length === all.length }
}

async function consignmentOf(cargo: CaseConsignment, revisionId: string): Promise<CourtConsignment> {
  const [[revision], provenance, revisions] = await Promise.all([
    loadRevisionsForAssessment([revisionId]),
    provenanceOf(revisionId),
    revisionsOfConsignment(cargo.id),
  ])
  const messages = await messagesOf(revisions.map(({ messageId }) => messageId))
  return {
    id: cargo.id,
    bill: cargo.bill,
    revision: revision!.revision,
    ship: cargo.ship,
    voyage: cargo.voyage,
    port: cargo.port,
    arrives: iso(cargo.arrives),
    arrived: cargo.arrived,
    message: messages.get(revision!.messageId) ?? null,
    facts: factsOf(revision!.consignment, provenance),
    revisions: revisions.toReversed().map(({ revision: number, effect, filedAt, messageId }) => ({
      revision: number,
      effect,
      filedAt: filedAt.toISOString(),
      sha256: messages.get(messageId)?.sha256 ?? null,
    })),
  }
}

/** The received bytes that each Message was read from. */
async function messagesOf(ids: readonly string[]): Promise<Map<string, CourtMessage>> {
  const found = await rows<Omit<CourtMessage, 'receivedAt'> & { id: string; receivedAt: Date }>(
    `select m.id, r.receipt, r.channel, concat_ws(' ', m.type, m.version) as format, r.received_at as "receivedAt", r.size_bytes::float8 as bytes,
            r.sha256, r.erased_at is not null as erased
       from tenant.messages m join tenant.received_messages r on r.tenant_id = m.tenant_id and r.id = m.received_message_id
      where m.id = any(?::uuid[])`,
    [ids]
  )
  return new Map(found.map(({ id, receivedAt, ...row }) => [id, { ...row, receivedAt: receivedAt.toISOString() }]))
}
