import type { QuestionTermsProps } from '../../../../resources/pages/administration/questions.props.js'
import { COUNTED_FROM, LONGEST_CODE, LONGEST_DEADLINE, QUESTION_KINDS, REPLIES, SHORTEST_DEADLINE } from '../codes.js'
import { questionTerms } from '../terms.js'

/** Deadlines and codes of each kind, as the administration has them or as they come. */
export async function termsView(): Promise<QuestionTermsProps> {
  const terms = await questionTerms()
  return {
    terms: QUESTION_KINDS.map((kind) => ({
      kind,
      countedFrom: terms[kind].countedFrom,
      minutes: terms[kind].minutes,
      remindMinutes: terms[kind].remindMinutes,
      codes: REPLIES[kind].map((reply) => ({ reply, code: terms[kind].codes[reply] ?? '' })),
    })),
    countedFrom: [...COUNTED_FROM],
    limits: { shortest: SHORTEST_DEADLINE, longest: LONGEST_DEADLINE, code: LONGEST_CODE },
  }
}
