import { rows, firstRow } from '#platform/tenancy/database'
import { partyInScope } from './party_in_scope.js'

export interface PartyForm {
  id: string
  key: string
  shown: string
  name: string
  identifier: string | null
  country: string | null
  because: 'new' | 'identifier' | 'name'
  firstSeenAt: Date
}

export interface PartyDecision {
  id: string
  kind: 'merge' | 'split'
  from: string
  into: string
  /** Names of the forms that were moved. */
  forms: string[]
  reason: string
  by: string
  at: Date
  undoneBy: string | null
  undoneAt: Date | null
  undoReason: string | null
}

/** Everything that is filed of one identity and may be seen, the first form first; empty where it is not there. */
export async function formsOfParty(identity: string): Promise<PartyForm[]> {
  const scope = partyInScope()
  return rows<PartyForm>(
    `select k.id, k.key, k.shown, k.name, k.identifier, k.country, k.because, k.first_seen_at as "firstSeenAt"
       from tenant.identity_keys k where k.identity = ? and ${scope.sql} order by k.first_seen_at, k.key limit 200`,
    [identity, ...scope.bindings]
  )
}

/** Where an identity went that has nothing of its own left. */
export async function mergedInto(identity: string): Promise<string | null> {
  const found = await firstRow<{ into: string }>(
    `select into_identity as "into" from tenant.identity_decisions where from_identity = ? and kind = 'merge' and undone_at is null order by id desc limit 1`,
    [identity]
  )
  return found?.into ?? null
}

export const getDecision = (id: string): Promise<{ id: string; from: string; into: string } | null> =>
  firstRow(`select id, from_identity as "from", into_identity as "into" from tenant.identity_decisions where id = ?`, [
    id,
  ])

/** What people decided of a party, the latest first. */
export const decisionsOfParty = (identity: string): Promise<PartyDecision[]> =>
  rows<PartyDecision>(
    `select d.id, d.kind, d.from_identity as "from", d.into_identity as "into", d.reason, o.name as "by", d.decided_at as "at",
            u.name as "undoneBy", d.undone_at as "undoneAt", d.undo_reason as "undoReason",
            array(select k.shown from tenant.identity_decision_keys m join tenant.identity_keys k on k.id = m.key_id where m.decision_id = d.id order by k.key) as forms
       from tenant.identity_decisions d join tenant.officers o on o.id = d.decided_by left join tenant.officers u on u.id = d.undone_by
      where d.from_identity = ? or d.into_identity = ? order by d.id desc limit 50`,
    [identity, identity]
  )
