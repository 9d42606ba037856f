import { firstRow } from '#platform/tenancy/database'

export interface ChainState {
  /** The newest entry that is sealed; `null` before the first. */
  seq: number | null
  sealedAt: Date | null
  waiting: number
  /** The sealer or a verification found the chain changed. */
  alarm: boolean
}

export async function getChainState(): Promise<ChainState> {
  const state = await firstRow<ChainState>(
    `select h.seq::float8 as seq, h.sealed_at as "sealedAt", (select count(*)::int from control.audit_queue) as waiting,
       coalesce((select value from control.health where measure = 'audit_alarm') > 0, false) as alarm
       from (select 1) as one left join (select seq, sealed_at from tenant.audit_seals order by seq desc limit 1) h on true`
  )
  return state!
}

export interface LastVerification {
  askedAt: Date
  finishedAt: Date | null
  entries: number | null
  badSeq: number | null
  because: string | null
}

export const getLastVerification = (): Promise<LastVerification | null> =>
  firstRow<LastVerification>(
    `select asked_at as "askedAt", finished_at as "finishedAt", entries::float8 as entries, bad_seq::float8 as "badSeq", because
       from tenant.audit_verifications order by id desc limit 1`
  )
