import type { Consignment } from '#core/cargo/consignment'
import { natureOf, type NatureOfConsignment, type OwnPlaces } from '#core/cargo/nature'
import type { ReportedOfConsignment } from '#core/facts/reported_facts'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'
import { reportedOf } from './reported_of.js'
import { ownPlaces } from './own_places.js'

/** A revision with everything that facts are derived from, except history. Where its values stand: `provenanceOf`. */
export interface RevisionForAssessment {
  consignmentId: string
  revisionId: string
  /** From 1. */
  revision: number
  /** Amendments after the first registration. */
  amendments: number
  consignment: Consignment
  manifestId: string
  senderId: string
  callId: string | null
  /** `null` while no call is joined: arrival unknown. */
  call: {
    mode: string
    means: string | null
    imo: string | null
    voyage: string | null
    port: string
    arrival: Instant | null
    /** Departure from the last place abroad. */
    leftPrevious: Instant | null
  } | null
  /** As filed, else that of its places seen from the administration. */
  nature: NatureOfConsignment
  /** Filing of this revision. */
  filedAt: Instant
  firstRegisteredAt: Instant
  historical: boolean
  /** Where the consignment stands now: a later revision, or a closed one, need not be weighed. */
  state: 'filed' | 'removed' | 'cancelled' | 'unusable'
  currentRevision: number
  /** Containers that also carry goods of another consignment of the manifest. */
  sharedContainers: ReadonlySet<string>
  /** What bay plans and terminals said of its containers. */
  reported: ReportedOfConsignment
  messageId: string
}

interface Row {
  consignment_id: string
  revision_id: string
  revision: number
  document: Consignment
  manifest_id: string
  sender_id: string
  call_id: string | null
  mode: string | null
  means_name: string | null
  imo: string | null
  voyage: string | null
  port: string | null
  arrival: Date | null
  left_previous_at: Date | null
  filed_at: Date
  first_registered_at: Date
  historical: boolean
  state: RevisionForAssessment['state']
  current_revision: number
  message_id: string
}

/** In the order of the ids given; ids that are not ours are left out. Five statements for a batch. */
export async function loadRevisionsForAssessment(revisionIds: readonly string[]): Promise<RevisionForAssessment[]> {
  const found = await rows<Row>(
    `select r.consignment_id, r.id as revision_id, r.revision, r.document, r.filed_at, r.message_id,
       c.manifest_id, c.call_id, c.first_registered_at, c.historical, c.state, c.revision as current_revision, m.sender_id,
       k.mode, k.means_name, k.imo, k.voyage, k.port, coalesce(k.arrived_at, k.eta) as arrival,
       k.left_previous_at
       from tenant.consignment_revisions r
       join tenant.consignments c on c.id = r.consignment_id
       join tenant.manifests m on m.id = c.manifest_id
       left join tenant.calls k on k.id = c.call_id
      where r.id = any(?::uuid[])`,
    [revisionIds]
  )
  const shared = await sharedContainers(found.map((row) => row.consignment_id))
  const reported = await reportedOf(found.map((row) => row.consignment_id))
  const own = await ownPlaces()
  const byId = new Map(found.map((row) => [row.revision_id, row]))
  return revisionIds.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const sharedContainers = shared.get(row.consignment_id) ?? new Set<string>()
    return [{ ...fromRow(row, own), sharedContainers, reported: reported.get(row.consignment_id)! }]
  })
}

const fromRow = (row: Row, own: OwnPlaces): Omit<RevisionForAssessment, 'sharedContainers' | 'reported'> => ({
  consignmentId: row.consignment_id,
  revisionId: row.revision_id,
  revision: row.revision,
  amendments: row.revision - 1,
  consignment: row.document,
  manifestId: row.manifest_id,
  senderId: row.sender_id,
  callId: row.call_id,
  call:
    row.call_id === null
      ? null
      : {
          mode: row.mode!,
          means: row.means_name,
          imo: row.imo,
          voyage: row.voyage,
          port: row.port!,
          arrival: row.arrival?.getTime() ?? null,
          leftPrevious: row.left_previous_at?.getTime() ?? null,
        },
  nature: natureOf(row.document, own),
  filedAt: row.filed_at.getTime(),
  firstRegisteredAt: row.first_registered_at.getTime(),
  historical: row.historical,
  state: row.state,
  currentRevision: row.current_revision,
  messageId: row.message_id,
})

/**
 * By container number, not by manifest: each step looks a few rows up by key (`offset 0` keeps the
 * order), also on tables that grew since the planner last counted them, where a free join took minutes.
 */
async function sharedContainers(consignmentIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = await rows<{ consignment_id: string; key: string }>(
    `select w.id as consignment_id, mine.key
       from unnest(?::uuid[]) as w(id)
       cross join lateral (select manifest_id from tenant.consignments where id = w.id offset 0) c
       cross join lateral (select key from tenant.consignment_numbers where consignment_id = w.id and kind = 'equipment' offset 0) mine
       cross join lateral (
         select 1
           from (select consignment_id from tenant.consignment_numbers
                  where kind = 'equipment' and key = mine.key and consignment_id <> w.id offset 0) other
           cross join lateral (select manifest_id, state from tenant.consignments where id = other.consignment_id offset 0) o
          where o.manifest_id = c.manifest_id and o.state = 'filed' limit 1) shared`,
    [consignmentIds]
  )
  const byConsignment = new Map<string, Set<string>>()
  for (const { consignment_id, key } of found) {
    const keys = byConsignment.get(consignment_id) ?? new Set()
    byConsignment.set(consignment_id, keys.add(key))
  }
  return byConsignment
}
