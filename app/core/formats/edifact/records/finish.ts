import type { EquipmentPlaces, EquipmentRecord, StowagePosition } from '../../../cargo/equipment_record.js'
import { firstDate } from '../parts/dates.js'
import { citeEquipmentValues, equipmentPaths, finishEquipmentValues } from '../parts/equipment_values.js'
import { joinPieces } from '../../parts/filed.js'
import type { Filed } from '../parts/filed.js'
import { resolvePlace } from '../parts/place.js'
import { Citations } from '../parts/citations.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import type { RecordDraft } from './draft.js'

/** A record has its provenance to itself. */
const PATHS = equipmentPaths('')

const CELL = /^(\d{2,3})(\d{2})(\d{2})$/

/** Reads a stowage cell (ISO 9711); anything else stays as filed. */
export const positionOf = (text: string): StowagePosition => {
  const found = CELL.exec(text.replaceAll(' ', ''))
  return {
    asFiled: text,
    cell: found ? { bay: Number(found[1]), row: Number(found[2]), tier: Number(found[3]) } : null,
  }
}

/** When it happened: execution (203), gate-in or positioning (7, 181), status (334). */
const OCCURRED = ['203', '7', '181', '334']

const textOf = ({ places }: SegmentReading, { texts }: RecordDraft): Filed | null => {
  const at = places.spanOf(texts)
  const value = joinPieces(
    texts.map((text) => text.value),
    Infinity,
    ''
  )
  return at === null ? null : { value, at }
}

/** One record in canonical terms with the places of its values. */
export const finishRecord = (reading: SegmentReading, draft: RecordDraft, sequence: number): EquipmentRecord => {
  const cited = new Citations(reading.places)
  const position = cited.take('position', draft.position)
  const place = (field: keyof EquipmentPlaces) => {
    const found = draft.places.get(field)
    if (!found) return null
    cited.cite(`places.${field}`, found.filed.at)
    return resolvePlace(reading, found.filed)
  }
  citeEquipmentValues(draft, PATHS, cited)
  return {
    sequence,
    number: cited.take('number', draft.number),
    ...finishEquipmentValues(reading, draft, draft.number),
    verifiedGrossKg: cited.take('verifiedGrossKg', draft.verifiedGrossKg),
    movement: cited.take('movement', draft.movement),
    position: position === null ? null : positionOf(position),
    places: {
      receipt: place('receipt'),
      originalLoading: place('originalLoading'),
      loading: place('loading'),
      transhipment: place('transhipment'),
      discharge: place('discharge'),
      delivery: place('delivery'),
    },
    operator: cited.take('operator', draft.operator),
    bill: cited.take('bill', draft.bill),
    booking: cited.take('booking', draft.booking),
    description: cited.take('description', textOf(reading, draft)),
    dangerousGoods: draft.dangerous.flatMap((goods, at) => cited.take(`dangerousGoods.${at}`, goods) ?? []),
    occurredAt: cited.take('occurredAt', firstDate(draft.dates, OCCURRED)),
    provenance: cited.all(),
  }
}

/** Flags numbers that stand in the message twice; every record is kept. */
export const flagRepeated = ({ problems }: SegmentReading, drafts: readonly RecordDraft[]): void => {
  const seen = new Set<string>()
  for (const { number } of drafts) {
    if (!number) continue
    if (seen.has(number.value)) problems.add('SYN-DUP-REF', { at: number.at, params: { value: number.value } })
    seen.add(number.value)
  }
}
