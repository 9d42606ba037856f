import type { IsoInstant } from '../../../props/shared.js'
import type { FilerQuestionLine } from './index.props.js'

export interface FilerFileView {
  id: string
  fileName: string | null
  mediaType: string
  bytes: number
  scan: 'clean' | 'not_scanned'
  attachedAt: IsoInstant
}

/** GET `/a/:code/filer/questions/:id`: one question and the answer to it. */
export interface FilerQuestionProps {
  question: FilerQuestionLine & {
    items: string[]
    note: string | null
    reply: string | null
    /** The administration's own code of the reply. */
    replyCode: string | null
    answer: string | null
    answeredBy: string | null
  }
  /** The first one says that what was asked was done. */
  replies: string[]
  mayAnswer: boolean
  files: FilerFileView[]
  limits: { text: number; files: number }
}
