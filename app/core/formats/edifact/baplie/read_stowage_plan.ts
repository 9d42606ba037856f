import type { StowagePlan, StowageSlot } from '../../../cargo/stowage_plan.js'
import type { Dates } from '../parts/dates.js'
import { equipmentNumber } from '../parts/equipment_values.js'
import { filedText } from '../parts/filed.js'
import type { MessageSource } from '../parts/message_source.js'
import { Citations } from '../parts/citations.js'
import { SegmentReading } from '../parts/segment_reading.js'
import { compareCount, controlTotal } from '../documents/count.js'
import { finishHead } from '../documents/finish_head.js'
import { datesOfLastCall, newHead, readHeadSegment, type HeadDraft } from '../documents/head.js'
import { flagUnknownTag, tagsOf } from '../documents/known_tags.js'
import { newRecord } from '../records/draft.js'
import { finishRecord, flagRepeated, positionOf } from '../records/finish.js'
import { readEquipment, readRecordSegment } from '../records/segments.js'
import { isOccupied, newSlot, type SlotDraft } from './draft.js'

/** Tags of BAPLIE and MOVINS, D.95B to D.13B. */
const TAGS = tagsOf(
  'DTM RFF NAD TDT LOC FTX GID GDS MEA DIM TMP RNG EQD EQA EQN DGS HAN CTA COM CNT TSR ATT CUX TPL SEL'
)

const CELL = '147'

/** What is done to the slots that follow a HAN of a MOVINS (SMDG codes). */
const INSTRUCTIONS: Readonly<Record<string, NonNullable<StowageSlot['instruction']>>> = {
  LOA: 'load',
  DIS: 'discharge',
  RES: 'shift',
  SHI: 'shift',
}

/**
 * Up to D.13A the times of a bay plan stand behind both of its places: departure and actual
 * arrival are of the port it was made in, the expected arrival of the next one.
 */
const datesOfTwoPorts = (head: HeadDraft, qualifier: string): Dates => {
  const expected = qualifier === '132' || qualifier === '232'
  return (expected ? head.calls.at(-1) : head.calls[0])?.dates ?? head.dates
}

/** SMDG 3 (D.13B and later) nests its times under their places. */
const isNested = (version: string | null): boolean => {
  const year = Number(/^D\.(\d{2})/.exec(version ?? '')?.[1] ?? 0)
  return year >= 13 && year < 90
}

const readSlots = (reading: SegmentReading, head: HeadDraft, version: string | null): readonly SlotDraft[] => {
  const { cursor } = reading
  const slots: SlotDraft[] = []
  const datesOf = isNested(version) ? datesOfLastCall : datesOfTwoPorts
  let instruction: SlotDraft['instruction'] = null
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const slot = slots.at(-1)
    if (cursor.tag === 'LOC' && cursor.code(1) === CELL) slots.push(newSlot(filedText(cursor, 2), instruction))
    else if (cursor.tag === 'HAN' && cursor.code(1) in INSTRUCTIONS) {
      const value = INSTRUCTIONS[cursor.code(1)]
      instruction = value ? { value, at: cursor.cite(1) } : null
    } else if (slot) readSlotSegment(reading, slot)
    else if (!readHeadSegment(reading, head, datesOf)) flagUnknownTag(reading, TAGS)
  }
  return slots
}

const readSlotSegment = (reading: SegmentReading, slot: SlotDraft): void => {
  const { cursor } = reading
  const record = slot.records.at(-1) ?? newRecord()
  if (cursor.tag === 'EQD') readEquipment(reading, record.declared ? addToBundle(slot) : record)
  else if (cursor.tag === 'CNT') slot.declared ??= controlTotal(reading, ['8', '16'])
  else if (cursor.tag === 'RFF' && cursor.code(1, 1) === 'EQ') slot.takenUpBy ??= filedText(cursor, 1, 2)
  else if (!readRecordSegment(reading, record)) flagUnknownTag(reading, TAGS)
}

/** Another equipment in the same slot goes where the first goes; the weight filed is of the whole bundle. */
const addToBundle = (slot: SlotDraft) => {
  const record = newRecord()
  for (const [field, place] of slot.records[0]?.places ?? []) record.places.set(field, place)
  slot.records.push(record)
  return record
}

/** Reads a bay plan or stowage instruction: the slots with what stands in them. */
export const readStowagePlan = (source: MessageSource): StowagePlan => {
  const reading = new SegmentReading(source)
  const head = newHead()
  const slots = readSlots(reading, head, source.type.version)
  flagRepeated(
    reading,
    slots.flatMap(({ records }) => records)
  )
  let sequence = 0
  const finished = slots.map((slot, at): StowageSlot => {
    const cited = new Citations(reading.places)
    const drafts = slot.records.filter(isOccupied)
    compareCount(reading, slot.declared, drafts.length, 'equipment')
    const position = cited.take('position', slot.position)
    const takenUpBy = cited.take('takenUpBy', slot.takenUpBy)
    return {
      sequence: at,
      position: position === null ? null : positionOf(position),
      instruction: cited.take('instruction', slot.instruction),
      equipment: drafts.map((draft) => finishRecord(reading, { ...draft, position: slot.position }, sequence++)),
      takenUpBy: takenUpBy && equipmentNumber(takenUpBy),
      provenance: cited.all(),
    }
  })
  return { kind: 'stowage_plan', ...finishHead(reading, source, head), slots: finished }
}
