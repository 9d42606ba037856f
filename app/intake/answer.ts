/** What an administration may answer a sender with: whether its syntax was taken, and what was decided about its cargo report. */
export const ANSWERS = ['syntax', 'decision'] as const
export type AnswerWanted = (typeof ANSWERS)[number]

export type AnswerKind = 'contrl' | 'cusres' | 'manifest_answer'

/** How a machine is told what an answer is, and what its file is called. */
export const ANSWER_FILE: Readonly<Record<AnswerKind, { type: string; ending: string }>> = {
  contrl: { type: 'application/edifact', ending: 'edi' },
  cusres: { type: 'application/edifact', ending: 'edi' },
  manifest_answer: { type: 'application/xml', ending: 'xml' },
}

export const wantsAnswer = (answers: string, wanted: AnswerWanted): boolean => answers.split(' ').includes(wanted)
