import type { MessageCounts } from '../format.js'
import type { SegmentCursor } from './segment_cursor.js'
import type { SegmentTable } from './segment_table.js'

/**
 * Counts what a Message holds without understanding it. Equipment is counted by distinct
 * identifier; records, slots (LOC+147) and persons (NAD+FL, FM, DDU, DDT, VW) by segment. A cargo
 * report has its consignments instead of slots and persons; `consignments` is `null` for any other.
 */
export const messageCounts = (
  cursor: SegmentCursor,
  table: SegmentTable,
  consignments: number | null
): MessageCounts => {
  const numbers = new Set<string>()
  const counts = { equipmentRecords: 0, slots: 0, passengers: 0 }
  const { tags } = table.rows
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at]
    if (tag !== 'EQD' && tag !== 'LOC' && tag !== 'NAD') continue
    if (tag !== 'EQD' && consignments !== null) continue
    cursor.load(at)
    if (tag === 'EQD') {
      counts.equipmentRecords += 1
      const number = cursor.code(2)
      if (number) numbers.add(number)
    } else if (tag === 'LOC') counts.slots += cursor.code(1) === '147' ? 1 : 0
    else counts.passengers += /^(?:FL|FM|DDU|DDT|VW)$/.test(cursor.code(1)) ? 1 : 0
  }
  return { segments: tags.length, consignments: consignments ?? 0, equipment: numbers.size, ...counts }
}
