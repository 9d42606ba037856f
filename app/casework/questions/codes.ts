/** Request for information, request for screening, do-not-load: as ICS2 and the air cargo referral protocol name them (F099, E2, E3). */
export const QUESTION_KINDS = ['rfi', 'rfs', 'dnl'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/**
 * `proposed`: a do-not-load that waits for its second person, of which no filer hears. `lapsed` may still be
 * answered: late is better than never. `withdrawn`: asked no more.
 */
export const QUESTION_STATES = ['proposed', 'asked', 'lapsed', 'answered', 'withdrawn'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** What is asked for, by kind: neutral words, the same for every consignment, so that none tells why (SECURITY T58). */
export const QUESTION_ITEMS: Readonly<Record<QuestionKind, readonly string[]>> = {
  rfi: [
    'goods_description',
    'hs_code',
    'weight',
    'packages',
    'consignor',
    'consignee',
    'notify_party',
    'container',
    'seal',
    'invoice',
    'packing_list',
    'transport_document',
    'certificate_of_origin',
    'permit',
  ],
  rfs: ['screen_xray', 'screen_explosive_trace', 'screen_dogs', 'screen_by_hand', 'screening_certificate'],
  dnl: ['keep_off', 'say_where'],
}

/** What a filer can reply, by kind; the first one says that what was asked was done. */
export const REPLIES: Readonly<Record<QuestionKind, readonly string[]>> = {
  rfi: ['provided', 'partly', 'not_available'],
  rfs: ['screened_clear', 'screened_alarm', 'not_screened'],
  dnl: ['not_loaded', 'already_loaded', 'not_with_us'],
}
export const ALL_REPLIES = QUESTION_KINDS.flatMap((kind) => REPLIES[kind])

/** The core's act of a case that each kind is. */
export const ACTS: Readonly<Record<QuestionKind, string>> = { rfi: 'ask', rfs: 'ask', dnl: 'request_dnl' }

/** What a deadline is counted from: forwards from the asking, backwards from the arrival or the departure. */
export const COUNTED_FROM = ['asked', 'arrival', 'departure'] as const
export type CountedFrom = (typeof COUNTED_FROM)[number]

/** Minutes of the shortest deadline and of the longest. */
export const SHORTEST_DEADLINE = 5
export const LONGEST_DEADLINE = 14 * 24 * 60
export const LONGEST_NOTE_TO_FILER = 600
export const LONGEST_ANSWER = 4000
export const LONGEST_CODE = 12
/** Files of one answer. */
export const MOST_ANSWER_FILES = 10
/** Answers and files of one person of a filer an hour (SECURITY section 4, uploads). */
export const FILER_ACTS_AN_HOUR = 60
