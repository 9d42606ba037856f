import type { LocalTime } from '../../kernel/instant.js'
import { parseLocalTime, parseTimeOfDay } from '../../kernel/local_time.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import type { ProblemCollector } from '../problem_collector.js'
import type { SegmentCursor } from './segment_cursor.js'

/** What a UNB says. Texts are `null` where nothing stands. */
export interface Interchange {
  readonly at: SourceRef
  /** UN 0001, e.g. `UNOA`. */
  readonly syntax: string | null
  /** UN 0002. */
  readonly syntaxVersion: string
  readonly sender: string | null
  readonly recipient: string | null
  /** S002 and S003 with all their components. */
  readonly senderAddress: readonly string[]
  readonly recipientAddress: readonly string[]
  readonly preparedAt: LocalTime | null
  readonly preparedRef: SourceRef
  readonly controlReference: string | null
  /** First component of every element, from 1; profiles look for test marks there. */
  readonly elements: readonly string[]
}

/** Reads date and time of preparation; seen are 8-digit dates, dates with two zeros before, times of 2 and 3 digits. */
const preparedAt = (cursor: SegmentCursor, problems: ProblemCollector): LocalTime | null => {
  const [date, time] = [cursor.text(4, 1), cursor.text(4, 2)]
  if (!date && !time) return null
  const day = parseLocalTime(date)
  const clock = parseTimeOfDay(time)
  if (!day || !clock || day.repaired || time.length < 4) {
    problems.add('SYN-DATE', { at: cursor.ref(4), params: { value: `${date}:${time}` } })
  }
  if (!day) return null
  return clock ? `${day.value}T${clock}` : day.value
}

const componentsOf = (cursor: SegmentCursor, element: number): readonly string[] =>
  Array.from({ length: cursor.components(element) }, (_, at) => cursor.text(element, at + 1))

export const readInterchange = (cursor: SegmentCursor, problems: ProblemCollector): Interchange => ({
  at: cursor.ref(),
  syntax: cursor.code(1) || null,
  sender: cursor.text(2) || null,
  recipient: cursor.text(3) || null,
  syntaxVersion: cursor.text(1, 2) || '1',
  senderAddress: componentsOf(cursor, 2),
  recipientAddress: componentsOf(cursor, 3),
  preparedAt: preparedAt(cursor, problems),
  preparedRef: cursor.ref(4),
  controlReference: cursor.text(5) || null,
  elements: Array.from({ length: cursor.elements }, (_, at) => cursor.text(at + 1)),
})

/** Element of UNB that says that a test is sent (0035). */
export const TEST_ELEMENT = 11

/** Compares a trailer (UNZ, UNE, UNT) with what was counted; a wrong count is a warning and never a gate. */
export const checkTrailer = (
  cursor: SegmentCursor,
  counted: number,
  reference: string | null,
  problems: ProblemCollector
): void => {
  const declared = cursor.text(1)
  if (declared !== '' && Number(declared) !== counted) {
    problems.add('SYN-COUNT', { at: cursor.ref(1), params: { segment: cursor.tag, declared, counted } })
  }
  const own = cursor.text(2)
  if (own && reference && own.replace(/^0+/, '') !== reference.replace(/^0+/, '')) {
    problems.add('SYN-REFERENCE', {
      at: cursor.ref(2),
      params: { segment: cursor.tag, declared: own, expected: reference },
    })
  }
}
