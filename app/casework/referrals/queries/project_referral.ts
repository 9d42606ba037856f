import type { ReferralShowProps, SharedConsignment } from '../../../../resources/pages/referrals/show.props.js'
import { listAttachments } from '#platform/attachments/attachments'
import { RESULTS, type Part } from '../codes.js'
import { listAnswers } from './list_answers.js'
import { openReferral, type OpenReferral } from './open_referral.js'
import { sharedCargo, sharedConsignments, sharedFiles, sharedFindings, sharedParties, sharedReasons } from './shared.js'

/**
 * A referred case as its partner sees it: the one place where what is shared is made. What was not chosen is not read
 * at all, so that nothing has to be taken away afterwards. `null`: not theirs, over, withdrawn, or never there.
 */
export async function projectReferral(id: string, officerId: string): Promise<ReferralShowProps | null> {
  const referral = await openReferral(id, officerId)
  if (!referral) return null
  const [consignments, files, answers, sent] = await Promise.all([
    projectConsignments(referral),
    sharedFiles(id),
    listAnswers([id]),
    listAttachments({ kind: 'referral', id }),
  ])
  return {
    referral: {
      id,
      caseNumber: referral.caseNumber,
      agency: referral.agency,
      purpose: referral.purpose,
      basis: referral.basis,
      basisReference: referral.basisReference,
      message: referral.message,
      parts: referral.parts,
      madeAt: referral.madeAt.toISOString(),
      endsAt: referral.endsAt.toISOString(),
    },
    consignments,
    files,
    answers: answers.map(({ id: answer, result, words, by, at }) => ({
      id: answer,
      result,
      words,
      by,
      at: at.toISOString(),
    })),
    sent: sent.map(({ id: file, fileName, mediaType, bytes }) => ({ id: file, fileName, mediaType, bytes })),
    results: [...RESULTS],
  }
}

async function projectConsignments({ id, caseId, madeBy, parts }: OpenReferral): Promise<SharedConsignment[]> {
  const has = (part: Part) => parts.includes(part)
  const [ids, cargo, parties, reasons, findings] = await Promise.all([
    parts.length > 0 ? sharedConsignments(id) : [],
    has('consignments') ? sharedCargo(id) : null,
    has('parties') ? sharedParties(id) : null,
    has('alert_reasons') ? sharedReasons(id) : null,
    has('findings') ? sharedFindings(id, caseId, madeBy) : null,
  ])
  return ids.map((consignment, index) => ({
    position: index + 1,
    ...(cargo && { cargo: cargo.get(consignment)! }),
    ...(parties && { parties: parties.get(consignment)! }),
    ...(reasons && { reasons: reasons.get(consignment) ?? [] }),
    ...(findings && { findings: findings.get(consignment) ?? [] }),
  }))
}
