import type { Party } from '#core/cargo/consignment'
import { normalise } from '#core/matching/normalise'
import { travellersAfter } from '#app/travellers/published'
import type { MatchKind } from '#core/matching/watch_list'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { openText } from '../sealed_text.js'
import { subjectMatcher, type Subject } from '../subject.js'
import { writeRequestEvent } from './write_request_event.js'

const BATCH = 500
const PATIENT = { statementTimeoutMs: 60_000 }

interface Searching {
  id: string
  sealed: Buffer | null
  cursor: string | null
  revisionsSearched: boolean
}

/**
 * One batch of the oldest request that is searched; true while there is more. Every revision is looked
 * at, also those that were replaced, then every traveller.
 */
export async function searchNext(): Promise<boolean> {
  return unitOfWork(async () => {
    const request = await firstRow<Searching>(
      `select id, sealed, cursor, revisions_searched as "revisionsSearched" from tenant.subject_requests where state = 'searching' order by id limit 1 for update`
    )
    if (!request) return false
    const text = await openText(request.sealed, request.id)
    const subject = text ? (JSON.parse(text) as Subject) : null
    if (subject && (await searchRows(request, subject))) return true
    if (subject) await searchOtherRegisters(request.id, subject)
    await execute(`update tenant.subject_requests set state = 'found' where id = ?`, [request.id])
    const counts = await countHits(request.id)
    await writeRequestEvent(request.id, 'searched', null, { counts })
    return (await firstRow(`select 1 from tenant.subject_requests where state = 'searching' limit 1`)) !== null
  }, PATIENT)
}

/** A batch of what is looked at row by row, one register after the other; true while there is more. */
async function searchRows(request: Searching, subject: Subject): Promise<boolean> {
  if (request.revisionsSearched) return (await searchTravellers(request, subject)) !== null
  if ((await searchRevisions(request, subject)) === null)
    await execute(`update tenant.subject_requests set revisions_searched = true where id = ?`, [request.id])
  return true
}

/** Persons are sealed: each is opened and compared, by name both ways round and by the numbers of the documents. */
async function searchTravellers({ id, cursor }: Searching, subject: Subject): Promise<string | null> {
  const batch = await travellersAfter(cursor, BATCH)
  const matches = subjectMatcher(subject)
  const hits = batch.flatMap(({ id: item, named }) => {
    const by = named.map(matches).find((each) => each !== null)
    return by ? [{ item, by }] : []
  })
  await writeHits(id, 'travellers', hits)
  const last = batch.length === BATCH ? batch.at(-1)!.id : null
  await execute(`update tenant.subject_requests set cursor = ? where id = ?`, [last, id])
  return last
}

async function searchRevisions({ id, cursor }: Searching, subject: Subject): Promise<string | null> {
  const batch = await rows<{ id: string; consignment_id: string; parties: Party[] }>(
    `select id, consignment_id, document -> 'parties' as parties from tenant.consignment_revisions
      where id > ? order by id limit ?`,
    [cursor ?? '00000000-0000-0000-0000-000000000000', BATCH]
  )
  const matches = subjectMatcher(subject)
  const hits = batch.flatMap(({ consignment_id: item, parties }) => {
    const by = parties.map(matches).find((each) => each !== null)
    return by ? [{ item, by }] : []
  })
  await writeHits(id, 'consignments', hits)
  const last = batch.length === BATCH ? batch.at(-1)!.id : null
  await execute(`update tenant.subject_requests set cursor = ?, searched = searched + ? where id = ?`, [
    last,
    batch.length,
    id,
  ])
  return last
}

/** What hangs on the consignments that were found, and where persons stand by themselves. */
async function searchOtherRegisters(id: string, subject: Subject): Promise<void> {
  const tenant = tenancy.current().administration.id
  const found = `select item_id from tenant.subject_hits where request_id = ? and register = 'consignments'`
  await execute(
    `insert into tenant.subject_hits (tenant_id, request_id, register, item_id, matched_by)
     select distinct ?::uuid, ?::uuid, 'messages', m.received_message_id, 'consignment' from tenant.consignment_revisions v
       join tenant.messages m on m.id = v.message_id where v.consignment_id in (${found}) on conflict do nothing`,
    [tenant, id, id]
  )
  await execute(
    `insert into tenant.subject_hits (tenant_id, request_id, register, item_id, matched_by)
     select distinct ?::uuid, ?::uuid, 'messages', m.received_message_id, 'traveller' from tenant.subject_hits h
       join tenant.travellers t on t.id = h.item_id join tenant.reported_documents d on d.id = t.document_id
       join tenant.messages m on m.id = d.message_id where h.request_id = ? and h.register = 'travellers' on conflict do nothing`,
    [tenant, id, id]
  )
  await execute(
    `insert into tenant.subject_hits (tenant_id, request_id, register, item_id, matched_by)
     select ?::uuid, ?::uuid, 'assessments', a.id, 'consignment' from tenant.assessments a where a.consignment_id in (${found}) on conflict do nothing`,
    [tenant, id, id]
  )
  const keys = new Set(
    (
      [
        ['name', subject.names],
        ['identifier', subject.identifiers],
        ['contact', subject.contacts],
        ['address', subject.addresses],
      ] as const
    ).flatMap(([kind, values]) => values.map((value) => `${kind} ${normalise(kind, value)}`))
  )
  const entries = await rows<{ id: string; kind: MatchKind; value: string }>(
    `select id, kind, value from tenant.watch_list_entries where kind in ('name', 'identifier', 'contact', 'address')`
  )
  await writeHits(
    id,
    'watch_lists',
    entries.flatMap(({ id: item, kind, value }) =>
      keys.has(`${kind} ${normalise(kind, value)}`) ? [{ item, by: kind }] : []
    )
  )
  const officers = await rows<{ id: string; email: string; name: string }>(
    `select id, email, name from tenant.officers`
  )
  const known = officers.flatMap(({ id: item, email, name }) =>
    keys.has(`contact ${normalise('contact', email)}`)
      ? [{ item, by: 'contact' }]
      : keys.has(`name ${normalise('name', name)}`)
        ? [{ item, by: 'name' }]
        : []
  )
  await writeHits(id, 'officers', known)
  await execute(
    `insert into tenant.subject_hits (tenant_id, request_id, register, item_id, matched_by)
     select ?::uuid, ?::uuid, 'audit', e.id, 'officer' from tenant.audit_entries e
      where e.actor_kind in ('officer','filer') and e.actor_id = any(?::text[]) order by e.id limit 10000 on conflict do nothing`,
    [tenant, id, known.map(({ item }) => item)]
  )
}

async function writeHits(
  requestId: string,
  register: string,
  hits: readonly { item: string; by: string }[]
): Promise<void> {
  await execute(
    `insert into tenant.subject_hits (tenant_id, request_id, register, item_id, matched_by)
     select ?::uuid, ?::uuid, ?, item, by from json_to_recordset(?::json) as h(item uuid, by text) on conflict do nothing`,
    [tenancy.current().administration.id, requestId, register, JSON.stringify(hits)]
  )
}

/** How many things of each register name the subject. */
export async function countHits(requestId: string): Promise<Record<string, number>> {
  const found = await rows<{ register: string; hits: number }>(
    `select register, count(*)::int as hits from tenant.subject_hits where request_id = ? group by register order by register`,
    [requestId]
  )
  return Object.fromEntries(found.map(({ register, hits }) => [register, hits]))
}
