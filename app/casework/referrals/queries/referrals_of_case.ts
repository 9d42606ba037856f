import { rows } from '#platform/tenancy/database'
import type { LawfulBasis } from '../../lawful_bases.js'
import type { Part, Purpose, ReferralMode, WithdrawalReason } from '../codes.js'

export interface CaseReferral {
  id: string
  to: string
  toKind: 'unit' | 'agency'
  mode: ReferralMode
  purpose: Purpose
  basis: LawfulBasis
  basisReference: string
  message: string
  parts: Part[]
  consignments: number
  attachments: number
  by: string
  madeAt: Date
  endsAt: Date
  /** Whether it runs: neither over nor withdrawn. */
  open: boolean
  withdrawnBy: string | null
  withdrawnAt: Date | null
  withdrawnReason: WithdrawalReason | null
  withdrawnNote: string | null
}

/** To whom a case was referred, the newest first. */
export const listReferralsOfCase = (caseId: string): Promise<CaseReferral[]> =>
  rows(
    `select r.id, coalesce(u.name, a.name) as "to", case when r.unit_id is null then 'agency' else 'unit' end as "toKind", r.mode, r.purpose,
            r.basis, r.basis_reference as "basisReference", r.message, r.parts, o.name as by, r.made_at as "madeAt", r.ends_at as "endsAt",
            r.withdrawn_at is null and r.ends_at > now() as open, w.name as "withdrawnBy", r.withdrawn_at as "withdrawnAt",
            r.withdrawn_reason as "withdrawnReason", r.withdrawn_note as "withdrawnNote",
            (select count(*)::int from tenant.referral_consignments x where x.referral_id = r.id) as consignments,
            (select count(*)::int from tenant.referral_attachments x where x.referral_id = r.id) as attachments
       from tenant.referrals r
       join tenant.officers o on o.tenant_id = r.tenant_id and o.id = r.made_by
       left join tenant.units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
       left join tenant.agencies a on a.tenant_id = r.tenant_id and a.id = r.agency_id
       left join tenant.officers w on w.tenant_id = r.tenant_id and w.id = r.withdrawn_by
      where r.case_id = ? order by r.made_at desc, r.id desc limit 100`,
    [caseId]
  )

export interface Addressee {
  id: string
  kind: 'unit' | 'agency'
  name: string
}

/** Open units and agencies a case can be referred to. */
export const listAddressees = (): Promise<Addressee[]> =>
  rows(
    `select id, 'unit' as kind, name from tenant.units where closed_at is null
     union all select id, 'agency', name from tenant.agencies where closed_at is null order by kind desc, name, id limit 500`
  )
