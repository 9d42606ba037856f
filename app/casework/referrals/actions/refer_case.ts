import { DAY } from '#core/kernel/instant'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { conflict, forbidden, invalid, type Failure } from '#platform/http/failure'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { lockCase, type CaseRow } from '../../cases/queries/get_case.js'
import type { LawfulBasis } from '../../lawful_bases.js'
import { MOST_DAYS, MOST_REFERRALS, type Part, type Purpose, type ReferralMode } from '../codes.js'
import '../events.js'

export interface NewReferral {
  to: { kind: 'unit' | 'agency'; id: string }
  mode: ReferralMode
  purpose: Purpose
  basis: LawfulBasis
  basisReference: string
  message: string
  /** Of a referral to an agency; a unit sees the case itself. */
  parts: readonly Part[]
  consignments: readonly string[]
  attachments: readonly string[]
  /** Milliseconds since 1970. */
  endsAt: number
}

/** Refers an open case, all that was chosen or nothing. Who hands it over lets go of it. */
export const referCase = (
  caseId: string,
  wanted: NewReferral,
  officer: Officer,
  now = Date.now()
): Promise<Result<string, Failure>> =>
  allOrNothing<string, Failure>(async () => {
    const row = await lockCase(caseId)
    if (!row) return err({ kind: 'not_found' })
    const refused = refusal(row, wanted, officer, now) ?? (await full(caseId))
    if (refused) return err(refused)
    const members = await membersOf(wanted.to)
    if (!members) return err({ kind: 'not_found' })
    const id = await insert(caseId, wanted, officer.id)
    if (wanted.to.kind === 'agency' && !(await share(id, caseId, wanted))) return err({ kind: 'not_found' })
    if (wanted.mode === 'hand_over') await letGo(row)
    await writeCaseEvent(caseId, 'referred', {
      officerId: officer.id,
      reason: wanted.purpose,
      target: id,
      data: {
        [wanted.to.kind]: wanted.to.id,
        mode: wanted.mode,
        basis: wanted.basis,
        parts: wanted.parts,
        attachments: wanted.attachments,
        consignments: wanted.consignments.length,
        until: new Date(wanted.endsAt).toISOString(),
      },
    })
    const officerIds = members.filter((each) => each !== officer.id)
    if (wanted.to.kind === 'unit') await announce('case:referred', { caseId, officerIds })
    else await announce('referral:received', { referralId: id, officerIds })
    return ok(id)
  })

function refusal(row: CaseRow, wanted: NewReferral, officer: Officer, now: number): Failure | null {
  if (!row.open) return conflict('cases.refused_closed')
  if (wanted.endsAt <= now) return invalid('until', 'cases.referral_end_past')
  if (wanted.endsAt > now + MOST_DAYS * DAY) return invalid('until', 'cases.referral_end_late', { days: MOST_DAYS })
  if (wanted.mode === 'hand_over') {
    if (wanted.to.kind === 'agency') return invalid('mode', 'cases.referral_agency_asked')
    const others = row.holder_id !== null && row.holder_id !== officer.id
    if (others && !officer.permissions.has('cases.approve')) return conflict('cases.refused_held_by_other')
  }
  if (wanted.to.kind === 'unit') return null
  if (wanted.parts.length > 0 && wanted.consignments.length === 0)
    return invalid('consignments', 'cases.referral_no_cargo')
  // Nobody shares what they may not see themselves.
  return wanted.parts.includes('alert_reasons') && !officer.permissions.has('alerts.read')
    ? forbidden('cases.refused_not_permitted')
    : null
}

async function full(caseId: string): Promise<Failure | null> {
  const found = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.referrals where case_id = ?`,
    [caseId]
  )
  return found!.count >= MOST_REFERRALS ? conflict('cases.refused_full', { most: MOST_REFERRALS }) : null
}

/** Active officers of an open unit or agency, who may be told; `null`: there is no such place open. */
async function membersOf({ kind, id }: NewReferral['to']): Promise<string[] | null> {
  const place = await firstRow<{ members: string[] }>(
    kind === 'unit'
      ? `select array(select m.officer_id from tenant.unit_officers m where m.unit_id = u.id order by 1) as members
           from tenant.units u where u.id = ? and u.closed_at is null for share of u`
      : `select array(select m.officer_id from tenant.agency_officers m where m.agency_id = a.id order by 1) as members
           from tenant.agencies a where a.id = ? and a.closed_at is null for share of a`,
    [id]
  )
  return place?.members ?? null
}

async function insert(caseId: string, wanted: NewReferral, officerId: string): Promise<string> {
  const id = uuidv7()
  const agency = wanted.to.kind === 'agency'
  await execute(
    `insert into tenant.referrals (tenant_id, id, case_id, unit_id, agency_id, mode, purpose, basis, basis_reference, message, parts, made_by, ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?)`,
    [
      tenancy.current().administration.id,
      id,
      caseId,
      agency ? null : wanted.to.id,
      agency ? wanted.to.id : null,
      wanted.mode,
      wanted.purpose,
      wanted.basis,
      wanted.basisReference,
      wanted.message,
      agency ? wanted.parts : [],
      officerId,
      new Date(wanted.endsAt),
    ]
  )
  return id
}

/** Writes down each thing that is shared; false when one of them is not of this case. */
async function share(id: string, caseId: string, { parts, consignments, attachments }: NewReferral): Promise<boolean> {
  const cargo = parts.length > 0 ? consignments : []
  const shared = await rows(
    `insert into tenant.referral_consignments (tenant_id, referral_id, case_id, consignment_id)
     select x.tenant_id, ?, x.case_id, x.consignment_id from tenant.case_consignments x
      where x.case_id = ? and x.consignment_id = any (?::uuid[]) returning consignment_id`,
    [id, caseId, cargo]
  )
  const files = await rows(
    `insert into tenant.referral_attachments (tenant_id, referral_id, attachment_id)
     select a.tenant_id, ?, a.id from tenant.attachments a
      where a.subject_kind = 'case' and a.subject_id = ? and a.id = any (?::uuid[]) returning attachment_id`,
    [id, caseId, attachments]
  )
  if (parts.includes('alert_reasons'))
    await execute(
      `insert into tenant.referral_alerts (tenant_id, referral_id, case_id, alert_id)
       select g.tenant_id, ?, g.case_id, g.alert_id from tenant.case_alerts g
         join tenant.alerts a on a.tenant_id = g.tenant_id and a.id = g.alert_id
        where g.case_id = ? and a.consignment_id = any (?::uuid[])`,
      [id, caseId, cargo]
    )
  return shared.length === cargo.length && files.length === attachments.length
}

/** Back to the queue, for the unit that takes it; where it stands, it stays. */
const letGo = ({ id }: CaseRow) =>
  execute(
    `update tenant.cases set holder_id = null, state = case when state = 'assigned' then 'open' else state end,
            step = case when state = 'assigned' then null else step end, changed_at = now(), version = version + 1 where id = ?`,
    [id]
  )
