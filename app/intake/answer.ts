/**
 * What core answers a sender with: whether its syntax was taken, and what was decided about its cargo report.
 * Beside these stand the acknowledgements of enabled plugins, by their codes.
 */
export const CORE_ANSWERS = ['syntax', 'decision'] as const
export type CoreAnswer = (typeof CORE_ANSWERS)[number]

/** What core writes; an answer of a plugin has the code of its acknowledgement for a kind. */
export type CoreKind = 'contrl' | 'cusres' | 'manifest_answer'

export interface AnswerFile {
  /** Media type. */
  readonly type: string
  readonly ending: string
}

/** How a machine is told what an answer is, and what its file is called. */
export const ANSWER_FILE: Readonly<Record<CoreKind, AnswerFile>> = {
  contrl: { type: 'application/edifact', ending: 'edi' },
  cusres: { type: 'application/edifact', ending: 'edi' },
  manifest_answer: { type: 'application/xml', ending: 'xml' },
}

/** What is chosen for a sender, as its row has it: codes with a space between them. */
export const chosenAnswers = (stored: string): readonly string[] => stored.split(' ').filter(Boolean)

export const wantsAnswer = (stored: string, wanted: CoreAnswer): boolean => chosenAnswers(stored).includes(wanted)
