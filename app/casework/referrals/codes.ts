/** Whether a unit takes a case over or helps with it; an agency is only ever asked. */
export const REFERRAL_MODES = ['ask', 'hand_over'] as const
export type ReferralMode = (typeof REFERRAL_MODES)[number]

export const PURPOSES = [
  'investigation',
  'joint_examination',
  'permit_check',
  'threat_assessment',
  'prosecution',
  'follow_up',
] as const
export type Purpose = (typeof PURPOSES)[number]

/**
 * What of a case can be shared, each by itself. Attachments are chosen one by one. Notes, tasks, the history,
 * names of officers, scores and other cases are no part of it: nobody can share them by a tick.
 */
export const PARTS = ['consignments', 'parties', 'alert_reasons', 'findings'] as const
export type Part = (typeof PARTS)[number]

export const WITHDRAWAL_REASONS = [
  'no_longer_needed',
  'shared_too_much',
  'basis_lapsed',
  'agency_asked',
  'other',
] as const
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** What a partner answers. */
export const RESULTS = [
  'nothing_known',
  'known_to_us',
  'permit_valid',
  'permit_invalid',
  'we_act',
  'joint_examination',
  'more_needed',
  'not_ours',
] as const
export type ReferralResult = (typeof RESULTS)[number]

/** Days a referral may last: longer ones are looked at anew. */
export const MOST_DAYS = 366
export const MOST_REFERRALS = 50
export const LONGEST_MESSAGE = 4000
export const LONGEST_REFERENCE = 200
export const LONGEST_REASON = 500
