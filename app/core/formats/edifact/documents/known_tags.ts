import type { SegmentReading } from '../parts/segment_reading.js'

/** Tags of a message in its directories (UNTDID), read here or not. */
export const tagsOf = (tags: string): ReadonlySet<string> => new Set(`UNH BGM UNS UNT ${tags}`.split(' '))

/** Tells a segment the message has no place for. */
export const flagUnknownTag = ({ cursor, problems }: SegmentReading, known: ReadonlySet<string>): void => {
  if (!known.has(cursor.tag)) problems.repeat('SYN-UNKNOWN-TAG', { at: cursor.ref(), params: { tag: cursor.tag } })
}
