import type { IsoInstant } from '../../props/shared.js'
import type { NamedNumberView } from '../permits/index.props.js'

export type ToldStanding =
  'taken' | 'returned' | 'beside' | 'ended' | 'incomplete' | 'other_examination' | 'other_cargo'

/** The result of an examination as a national system told it. */
export interface ToldResultView {
  id: string
  number: string
  /** From 1. */
  version: number
  state: 'current' | 'replaced' | 'cancelled'
  /** Number of our order, as it was named. */
  orderNumber: string | null
  /** Local to the administration; a day, or a day and a time. */
  examinedAt: string | null
  examination: string | null
  /** `null`: not told, or not understood. */
  result: string | null
  examinerIdentifier: string | null
  examinerName: string | null
  findings: {
    what: string | null
    place: string | null
    quantity: string | null
    unit: string | null
    note: string | null
  }[]
  notExamined: string | null
  minutes: number | null
  note: string | null
  filedAt: IsoInstant
  /** The system that told of it. */
  system: string
  /** Where it was read, for who reads messages. */
  receivedMessageId: string | null
  names: NamedNumberView[]
  /** The order that it answers, and what became of it there; `null`: none of ours. */
  order: { id: string; number: string; standing: ToldStanding } | null
  /** In what it differs from the outcome that the order holds. */
  differences: ('taken_back' | 'replaced' | 'result' | 'findings')[]
}

export interface ExaminationsProps {
  view: 'all' | 'unanswered' | 'unlinked' | 'cancelled'
  search: string | null
  examinations: ToldResultView[]
  total: number
  page: number
  pages: number
}
