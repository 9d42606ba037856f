import { rows } from '#platform/tenancy/database'

export interface HoldRow {
  id: string
  scope: 'consignment' | 'manifest' | 'party' | 'case' | 'period'
  /** Number of the consignment or manifest, the identity key of the party, or an id. */
  subject: string | null
  from: Date | null
  until: Date | null
  reason: string
  authority: string
  setById: string
  setBy: string | null
  setAt: Date
  liftedBy: string | null
  liftedAt: Date | null
  liftReason: string | null
}

/** Holds that stand, then those that were lifted, newest first; at most 500. */
export const listHolds = () =>
  rows<HoldRow>(
    `select h.id, h.scope, coalesce(h.party_key, c.reference, m.document_reference, h.subject_id::text) as subject, h.held_from as "from", h.held_until as until,
       h.reason, h.authority, h.set_by as "setById", s.name as "setBy", h.set_at as "setAt", l.name as "liftedBy", h.lifted_at as "liftedAt", h.lift_reason as "liftReason"
       from tenant.legal_holds h left join tenant.officers s on s.id = h.set_by left join tenant.officers l on l.id = h.lifted_by
       left join tenant.consignments c on h.scope = 'consignment' and c.id = h.subject_id
       left join tenant.manifests m on h.scope = 'manifest' and m.id = h.subject_id
      order by h.lifted_at is not null, h.set_at desc, h.id limit 500`
  )

/** Ids that a number names, for who writes down a hold: a consignment's or a manifest's. */
export async function findHeldSubject(scope: 'consignment' | 'manifest', number: string): Promise<string | null> {
  const [found] =
    scope === 'consignment'
      ? await rows<{ id: string }>(
          `select consignment_id as id from tenant.consignment_numbers where kind = 'reference' and key = ? order by consignment_id desc limit 1`,
          [number]
        )
      : await rows<{ id: string }>(
          `select id from tenant.manifests where document_reference = ? order by id desc limit 1`,
          [number]
        )
  return found?.id ?? null
}
