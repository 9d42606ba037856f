import { createAgency } from '#app/administration/actions/places/save_agency'
import { addMember } from '#app/administration/actions/places/change_members'
import { answerReferral } from '#app/casework/referrals/actions/answer_referral'
import { referCase, type NewReferral } from '#app/casework/referrals/actions/refer_case'
import { withdrawReferral } from '#app/casework/referrals/actions/withdraw_referral'
import { DAY } from '#core/kernel/instant'
import { loadOfficer } from '#platform/access/officer'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { rows } from '#platform/tenancy/database'
import { PHOTOGRAPH } from './fixtures/photograph.js'
import type { Place } from './world.js'

export interface Referred {
  agency: string
  /** Of `study`, to the agency of the partner, with every part and `caseFile`; answered once. */
  referral: string
  /** Of `study`, to the unit. */
  unitReferral: string
  /** What the partner sent. */
  referralFile: string
}

export const REFERRAL: Omit<NewReferral, 'to' | 'endsAt'> = {
  mode: 'ask',
  purpose: 'investigation',
  basis: 'agreement',
  basisReference: 'Article 9',
  message: 'What is known of them?',
  parts: [],
  consignments: [],
  attachments: [],
}

/** An agency with the partner of this place in it. */
export const makeAgency = (place: Place, code = 'SAME', member: string | null = 'partner'): Promise<string> =>
  place.run(async () => {
    const made = await createAgency({ code, name: `Agency ${code}`, kind: 'police' })
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    if (member) await addMember('agency', made.value, place.officers[member]!.id)
    return made.value
  })

/** Refers a case by the real action. */
export const refer = (
  place: Place,
  caseId: string,
  wanted: Pick<NewReferral, 'to'> & Partial<NewReferral>,
  role = 'analyst'
): Promise<string> =>
  place.run(async () => {
    const officer = (await loadOfficer(place.officers[role]!.id))!
    const made = await referCase(caseId, { ...REFERRAL, endsAt: Date.now() + 9 * DAY, ...wanted }, officer)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    return made.value
  }, role)

/** A case referred to an agency and to a unit, and once by mistake. */
export async function referAll(place: Place, study: string, caseFile: string, unit: string): Promise<Referred> {
  const agency = await makeAgency(place)
  const cargo = await place.run(() =>
    rows<{ id: string }>(`select consignment_id as id from tenant.case_consignments where case_id = ?`, [study])
  )
  const referral = await refer(place, study, {
    to: { kind: 'agency', id: agency },
    parts: ['consignments', 'parties', 'alert_reasons', 'findings'],
    consignments: cargo.map(({ id }) => id),
    attachments: [caseFile],
  })
  const unitReferral = await refer(place, study, { to: { kind: 'unit', id: unit } })
  const ended = await refer(place, study, { to: { kind: 'agency', id: agency } })
  await place.run(async () => {
    const officer = (await loadOfficer(place.officers.analyst!.id))!
    await withdrawReferral(study, ended, { reason: 'other', note: 'asked the wrong ones' }, officer)
  }, 'analyst')
  return place.run(async () => {
    const partner = (await loadOfficer(place.officers.partner!.id))!
    await answerReferral(referral, { result: 'known_to_us', words: 'Seen before' }, partner)
    const kept = await keepAttachment(
      { kind: 'referral', id: referral },
      { bytes: PHOTOGRAPH, fileName: 'answer.png', about: null, officerId: partner.id },
      async () => true
    )
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
    return { agency, referral, unitReferral, referralFile: kept.value.id }
  }, 'partner')
}
