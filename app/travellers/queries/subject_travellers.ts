import type { Traveller } from '#core/cargo/traveller_list'
import { rows } from '#platform/tenancy/database'
import { namesOf, type NamedTraveller } from '../named_traveller.js'
import { openTravellers, type SealedRow } from '../sealed_traveller.js'

export interface SearchedTraveller {
  id: string
  /** The name both ways round; empty where its key was destroyed. */
  named: NamedTraveller[]
}

/** The next travellers after an id, in the order of ids, for a search through all of them. */
export async function travellersAfter(id: string | null, limit: number): Promise<SearchedTraveller[]> {
  const found = await rows<SealedRow>(
    `select id, sealed from tenant.travellers where id > ?::uuid order by id limit ?`,
    [id ?? '00000000-0000-0000-0000-000000000000', limit]
  )
  const opened = await openTravellers(found)
  return found.map((row, at) => ({ id: row.id, named: opened[at] ? namesOf(opened[at]) : [] }))
}

export interface SubjectTraveller {
  id: string
  voyage: string | null
  port: string | null
  filedAt: Date
  traveller: Traveller
}

/** These travellers as they are kept, with the flight or voyage they were told of. */
export async function travellersOf(ids: readonly string[]): Promise<SubjectTraveller[]> {
  const found = await rows<SealedRow & { voyage: string | null; port: string | null; filedAt: Date }>(
    `select t.id, t.sealed, d.voyage, d.port, t.filed_at as "filedAt" from tenant.travellers t
       join tenant.reported_documents d on d.tenant_id = t.tenant_id and d.id = t.document_id where t.id = any(?::uuid[]) order by t.id`,
    [ids]
  )
  const opened = await openTravellers(found)
  return found.flatMap(({ id, voyage, port, filedAt }, at) => {
    const traveller = opened[at]
    return traveller ? [{ id, voyage, port, filedAt, traveller }] : []
  })
}
