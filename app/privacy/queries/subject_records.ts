import { travellersOf } from '#app/travellers/published'
import type { Traveller } from '#core/cargo/traveller_list'
import type { Consignment, Party } from '#core/cargo/consignment'
import { rows } from '#platform/tenancy/database'
import { subjectMatcher, type Subject } from '../subject.js'

export interface SubjectRecords {
  consignments: {
    reference: string | null
    registeredAt: string
    goods: string | null
    parties: Party[]
  }[]
  messages: { receipt: string; receivedAt: string; kept: boolean }[]
  travellers: ({ voyage: string | null; port: string | null; filedAt: string } & Omit<
    Traveller,
    'provenance' | 'sequence'
  >)[]
  officers: { name: string; email: string; since: string }[]
}

const MOST = 5_000

/** What is kept of the subject and may be told: own parties, own journeys, the messages they came in, own accounts. */
export async function subjectRecords(requestId: string, subject: Subject): Promise<SubjectRecords> {
  const matches = subjectMatcher(subject)
  const consignments = await rows<{ reference: string | null; at: Date; document: Consignment }>(
    `select c.reference, c.first_registered_at as at, v.document from tenant.subject_hits h join tenant.consignments c on c.id = h.item_id
       join tenant.consignment_revisions v on v.id = c.revision_id where h.request_id = ? and h.register = 'consignments' order by c.id limit ${MOST}`,
    [requestId]
  )
  const messages = await rows<{ receipt: string; at: Date; kept: boolean }>(
    `select m.receipt, m.received_at as at, m.erased_at is null as kept from tenant.subject_hits h join tenant.received_messages m on m.id = h.item_id
      where h.request_id = ? and h.register = 'messages' order by m.id limit ${MOST}`,
    [requestId]
  )
  const hits = await rows<{ id: string }>(
    `select item_id as id from tenant.subject_hits where request_id = ? and register = 'travellers' order by item_id limit ${MOST}`,
    [requestId]
  )
  const travellers = await travellersOf(hits.map(({ id }) => id))
  const officers = await rows<{ name: string; email: string; at: Date }>(
    `select o.name, o.email, o.created_at as at from tenant.subject_hits h join tenant.officers o on o.id = h.item_id
      where h.request_id = ? and h.register = 'officers' order by o.id`,
    [requestId]
  )
  return {
    consignments: consignments.map(({ reference, at, document }) => ({
      reference,
      registeredAt: at.toISOString(),
      goods: document.items.find(({ description }) => description)?.description ?? null,
      parties: document.parties.filter((party) => matches(party) !== null),
    })),
    messages: messages.map(({ receipt, at, kept }) => ({ receipt, receivedAt: at.toISOString(), kept })),
    travellers: travellers.map(
      ({ voyage, port, filedAt, traveller: { provenance: _where, sequence: _at, ...traveller } }) => ({
        voyage,
        port,
        filedAt: filedAt.toISOString(),
        ...traveller,
      })
    ),
    officers: officers.map(({ name, email, at }) => ({ name, email, since: at.toISOString() })),
  }
}
