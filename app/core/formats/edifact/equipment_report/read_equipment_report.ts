import type { EquipmentActivity, EquipmentReport } from '../../../cargo/equipment_report.js'
import type { Filed } from '../parts/filed.js'
import type { MessageSource } from '../parts/message_source.js'
import { SegmentReading } from '../parts/segment_reading.js'
import { compareCount, controlTotal } from '../documents/count.js'
import { finishHead } from '../documents/finish_head.js'
import { newHead, readHeadSegment, type HeadDraft } from '../documents/head.js'
import { flagUnknownTag, tagsOf } from '../documents/known_tags.js'
import { newRecord, type RecordDraft } from '../records/draft.js'
import { finishRecord, flagRepeated } from '../records/finish.js'
import { readEquipment, readRecordSegment } from '../records/segments.js'

/** Tags of COPRAR, COARRI and CODECO, D.95B to D.00B. */
const TAGS = tagsOf(
  'FTX RFF TDT LOC DTM NAD CTA COM GID HAN PIA MEA TMP RNG SGP DGS EQD EQN TMD DIM SEL EQA DAM COD CNT TSR GOR GDS'
)

/** UN 1001 with SMDG's numbers, by message. */
const ACTIVITIES: Readonly<Record<string, Readonly<Record<string, EquipmentActivity>>>> = {
  COPRAR: {
    43: 'discharge_order',
    118: 'discharge_order',
    145: 'discharge_order',
    45: 'loading_order',
    121: 'loading_order',
    146: 'loading_order',
  },
  COARRI: { 44: 'discharged', 119: 'discharged', 46: 'loaded', 122: 'loaded' },
  CODECO: { 34: 'gate_in', 109: 'gate_in', 36: 'gate_out', 111: 'gate_out' },
}

interface Drafts {
  readonly head: HeadDraft
  readonly records: readonly RecordDraft[]
  readonly declared: Filed<number> | null
}

const readSegments = (reading: SegmentReading): Drafts => {
  const { cursor } = reading
  const head = newHead()
  const records: RecordDraft[] = []
  let declared: Filed<number> | null = null
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const { tag } = cursor
    const record = records.at(-1)
    if (tag === 'EQD') {
      const opened = newRecord()
      readEquipment(reading, opened)
      records.push(opened)
    } else if (tag === 'CNT') declared ??= controlTotal(reading, ['16'])
    else if (record) {
      if (!readRecordSegment(reading, record)) flagUnknownTag(reading, TAGS)
    } else if (!readHeadSegment(reading, head)) flagUnknownTag(reading, TAGS)
  }
  return { head, records, declared }
}

/** Reads what a terminal is to load or discharge, what it did, or what passed its gate. */
export const readEquipmentReport = (source: MessageSource): EquipmentReport => {
  const reading = new SegmentReading(source)
  const { head, records, declared } = readSegments(reading)
  flagRepeated(reading, records)
  compareCount(reading, declared, records.length, 'equipment')
  const equipment = records.map((draft, at) => finishRecord(reading, draft, at))
  const finished = finishHead(reading, source, head)
  return {
    kind: 'equipment_report',
    ...finished,
    activity: ACTIVITIES[finished.type]?.[head.documentCode] ?? null,
    equipment,
    declaredEquipment: declared?.value ?? null,
  }
}
