/**
 * Where a value stands in the original bytes.
 *
 * Every canonical value can be traced to one of these, from the first revision on
 * (DECISIONS, Formats). Offsets count bytes of the bytes as received, before any
 * decoding or repair, so that the cited text can be cut out of the stored original.
 *
 * The words are EDIFACT's. In XML a segment is an element; in a workbook it is a row, whose
 * cells are its elements, and `length` is 0: a cell has no bytes of its own to be cut out.
 */
export interface SourceRef {
  /** Index of the Message (one UNH or its equivalent) in the received bytes, from 0. */
  readonly message: number
  /** Ordinal of the segment within its Message; UNH and the root element are 1. Envelope segments count from the interchange start. */
  readonly segment: number
  /** Segment tag, e.g. `NAD`, or name of the element or column as filed. */
  readonly tag: string
  /** Line in the received bytes, from 1. */
  readonly line: number
  /** Data element position after the tag, from 1. */
  readonly element?: number
  /** Component position within the element, from 1. */
  readonly component?: number
  /** First byte of the value (or of the segment when no element is named). */
  readonly offset: number
  /** Length in bytes. */
  readonly length: number
  /** XPath of the element (`/Awmds/Bol_segment[2]/Bol_id/Bol_nature`) or address of the cell (`Sheet1!C5`). */
  readonly path?: string
}
