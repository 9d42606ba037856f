import type { SegmentCursor } from './segment_cursor.js'
import type { SegmentTable } from './segment_table.js'

/** What a Message says it is, or what its tags show when it has no UNH. */
export interface MessageType {
  readonly type: string | null
  /** Directory, e.g. `D.01A`. */
  readonly version: string | null
  /** Association assigned code, e.g. `LOT10`. */
  readonly association: string | null
  readonly controlReference: string | null
  /** S009 as filed. */
  readonly identifier: readonly string[]
}

const NOTHING: MessageType = { type: null, version: null, association: null, controlReference: null, identifier: [] }

/** The tags of a fragment tell its type (FORMATS appendix A); `null` when they could be of several. */
const typeByTags = ({ rows, wide, stride }: SegmentTable): string | null => {
  const tags = new Set(rows.tags)
  if (tags.has('CNI') && tags.has('GID')) return 'CUSCAR'
  const stowed = rows.tags.some(
    (tag, at) => tag === 'LOC' && wide.startsWith('147', (rows.starts[at] ?? 0) / stride + 4)
  )
  if (stowed) return tags.has('HAN') ? 'MOVINS' : 'BAPLIE'
  return null
}

export const messageType = (cursor: SegmentCursor, table: SegmentTable, fragment: boolean): MessageType => {
  if (fragment) return { ...NOTHING, type: typeByTags(table) }
  cursor.load(0)
  const [version, release] = [cursor.code(2, 2), cursor.code(2, 3)]
  return {
    type: cursor.code(2, 1) || typeByTags(table),
    version: version || release ? [version, release].filter(Boolean).join('.') : null,
    association: cursor.code(2, 5) || null,
    controlReference: cursor.text(1) || null,
    identifier: Array.from({ length: cursor.components(2) }, (_, at) => cursor.text(2, at + 1)),
  }
}
