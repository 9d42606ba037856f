export interface QuestionTermsView {
  kind: 'rfi' | 'rfs' | 'dnl'
  countedFrom: string
  minutes: number
  remindMinutes: number
  /** One for each reply; an empty code is none. */
  codes: { reply: string; code: string }[]
}

/** GET `/a/:code/administration/questions`: deadlines of questions to filers, and own codes of replies. */
export interface QuestionTermsProps {
  terms: QuestionTermsView[]
  countedFrom: string[]
  limits: { shortest: number; longest: number; code: number }
}
