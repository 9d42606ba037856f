import { rows } from '#platform/tenancy/database'
import type { ReferralResult } from '../codes.js'

export interface ReferralAnswer {
  id: string
  referralId: string
  result: ReferralResult
  words: string
  by: string
  at: Date
}

/** What came back, the newest first. */
export const listAnswers = (referralIds: readonly string[]): Promise<ReferralAnswer[]> =>
  rows(
    `select w.id, w.referral_id as "referralId", w.result, w.words, o.name as by, w.at from tenant.referral_answers w
       join tenant.officers o on o.tenant_id = w.tenant_id and o.id = w.officer_id
      where w.referral_id = any (?::uuid[]) order by w.at desc, w.id desc limit 500`,
    [referralIds]
  )
