import type { EquipmentRecord } from '#core/cargo/equipment_record'
import type { ReportedDocument } from '#core/cargo/reported_document'
import type { StatusEvent } from '#core/cargo/status_report'
import type { Instant, LocalTime } from '#core/kernel/instant'
import { normaliseNumber } from '#core/matching/normalise_number'

/** One line of a document as `tenant.reported_records` keeps it. */
export interface DocumentRow {
  equipment: string | null
  kind: string | null
  bill: string | null
  movement: string | null
  cell: string | null
  loading_port: string | null
  discharge_port: string | null
  place: string | null
  fullness: string | null
  size_type: string | null
  gross_kg: number | null
  verified_gross_kg: number | null
  seals: readonly string[]
  operator: string | null
  status_code: string | null
  occurred_at: Date | null
}

type ToInstant = (time: LocalTime) => Instant

/** The lines of a document in its order. A slot without equipment is no line; times are local to the administration. */
export const documentRows = (document: ReportedDocument, toInstant: ToInstant): DocumentRow[] => {
  switch (document.kind) {
    case 'stowage_plan':
      return document.slots.flatMap((slot) =>
        slot.equipment.map((record) => ({
          ...equipmentRow(record, toInstant),
          cell: record.position?.asFiled ?? slot.position?.asFiled ?? null,
          movement: record.movement ?? slot.instruction,
        }))
      )
    case 'equipment_report':
      return document.equipment.map((record) => equipmentRow(record, toInstant))
    case 'status_report':
      return document.events.flatMap((event) => statusRows(event, toInstant))
    case 'conveyance_report':
      return document.equipmentNumbers.map((number) => ({ ...NOTHING, equipment: keyOf(number) }))
    case 'traveller_list':
      return []
  }
}

const NOTHING: DocumentRow = {
  equipment: null,
  kind: null,
  bill: null,
  movement: null,
  cell: null,
  loading_port: null,
  discharge_port: null,
  place: null,
  fullness: null,
  size_type: null,
  gross_kg: null,
  verified_gross_kg: null,
  seals: [],
  operator: null,
  status_code: null,
  occurred_at: null,
}

const keyOf = (number: string | null): string | null => normaliseNumber(number ?? '') || null
const timeOf = (time: LocalTime | null, toInstant: ToInstant): Date | null =>
  time === null ? null : new Date(toInstant(time))

const equipmentRow = (record: EquipmentRecord, toInstant: ToInstant): DocumentRow => ({
  ...NOTHING,
  equipment: keyOf(record.number),
  kind: record.kind,
  bill: keyOf(record.bill),
  movement: record.movement,
  cell: record.position?.asFiled ?? null,
  loading_port: record.places.loading?.code ?? null,
  discharge_port: record.places.discharge?.code ?? null,
  fullness: record.fullness,
  size_type: record.sizeType,
  gross_kg: record.grossKg,
  verified_gross_kg: record.verifiedGrossKg,
  seals: record.seals,
  operator: record.operator,
  occurred_at: timeOf(record.occurredAt, toInstant),
})

/** A status is one line for each equipment it names, or one without. */
const statusRows = (event: StatusEvent, toInstant: ToInstant): DocumentRow[] => {
  const numbers = event.equipmentNumbers.length > 0 ? event.equipmentNumbers : [null]
  return numbers.map((number) => {
    const described = event.equipment.find((record) => record.number === number)
    return {
      ...(described ? equipmentRow(described, toInstant) : NOTHING),
      equipment: keyOf(number),
      bill: keyOf(event.bill),
      place: event.place?.code ?? null,
      status_code: event.code,
      occurred_at: timeOf(event.occurredAt, toInstant),
    }
  })
}
