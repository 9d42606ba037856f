import type { IsoInstant } from '../../../props/shared.js'

export interface FilerQuestionLine {
  id: string
  number: string
  kind: 'rfi' | 'rfs' | 'dnl'
  /** `lapsed` may still be answered. */
  state: 'asked' | 'lapsed' | 'answered' | 'withdrawn'
  bill: string | null
  conveyance: string | null
  voyage: string | null
  port: string | null
  askedAt: IsoInstant
  dueAt: IsoInstant
  answeredAt: IsoInstant | null
  /** Taken back, or a do-not-load that was lifted. */
  endedAt: IsoInstant | null
}

/** GET `/a/:code/filer/questions`: what Customs asks this filer. */
export interface FilerQuestionsProps {
  questions: FilerQuestionLine[]
  view: 'open' | 'over'
  counts: { open: number; over: number }
  page: number
  pages: number
}
