import { firstRow, rows } from '#platform/tenancy/database'
import type { LawfulBasis } from '../../lawful_bases.js'
import type { Part, Purpose } from '../codes.js'

export interface OpenReferral {
  id: string
  caseId: string
  caseNumber: string
  agency: string
  purpose: Purpose
  basis: LawfulBasis
  basisReference: string
  message: string
  parts: Part[]
  madeBy: string
  madeAt: Date
  endsAt: Date
  answered: boolean
}

/**
 * The only condition under which a partner sees a referral: it is to an open agency of theirs, runs, and was not
 * withdrawn. Asked anew by every request.
 */
const OPEN = `from tenant.referrals r
  join tenant.cases s on s.tenant_id = r.tenant_id and s.id = r.case_id
  join tenant.agencies a on a.tenant_id = r.tenant_id and a.id = r.agency_id and a.closed_at is null
 where r.withdrawn_at is null and r.ends_at > now()
   and exists (select 1 from tenant.agency_officers m where m.agency_id = r.agency_id and m.officer_id = ?)`
const COLUMNS = `r.id, r.case_id as "caseId", s.number::text as "caseNumber", a.name as agency, r.purpose, r.basis, r.basis_reference as "basisReference",
  r.message, r.parts, r.made_by as "madeBy", r.made_at as "madeAt", r.ends_at as "endsAt",
  exists (select 1 from tenant.referral_answers w where w.referral_id = r.id) as answered`

export const openReferral = (id: string, officerId: string): Promise<OpenReferral | null> =>
  firstRow(`select ${COLUMNS} ${OPEN} and r.id = ?`, [officerId, id])

/** The same, until the unit of work ends: what is withdrawn meanwhile waits for it, or it for the withdrawal. */
export const lockOpenReferral = (id: string, officerId: string): Promise<OpenReferral | null> =>
  firstRow(`select ${COLUMNS} ${OPEN} and r.id = ? for update of r`, [officerId, id])

/** Those that run, the one that ends first at the top. */
export const listOpenReferrals = (officerId: string): Promise<OpenReferral[]> =>
  rows(`select ${COLUMNS} ${OPEN} order by r.ends_at, r.id limit 200`, [officerId])
