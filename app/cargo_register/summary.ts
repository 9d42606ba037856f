import type { Consignment } from '#core/cargo/consignment'
import { natureOf, type NatureReason, type OwnPlaces } from '#core/cargo/nature'

/** Containers of one ISO type, as a list row shows them. */
export interface EquipmentCount {
  count: number
  type: string | null
}

/** What lists show of a consignment without reading its document; columns of `tenant.consignments`. */
export interface ConsignmentSummary {
  level: string
  reference: string | null
  master_reference: string | null
  /** As filed, else that of its places. */
  nature: string | null
  nature_because: NatureReason
  description: string | null
  packages: number | null
  gross_weight_kg: number | null
  consignor_name: string | null
  consignee_name: string | null
  loading_port: string | null
  discharge_port: string | null
  equipment_summary: EquipmentCount[]
}

/** Enough to recognise goods in a row. */
const DESCRIPTION_LENGTH = 300

export const summaryOf = (consignment: Consignment, own: OwnPlaces): ConsignmentSummary => {
  const { totals, items, parties, places } = consignment
  const { nature, because } = natureOf(consignment, own)
  const nameOf = (role: string) => parties.find((party) => party.role === role)?.name ?? null
  return {
    level: consignment.level,
    reference: consignment.reference,
    master_reference: consignment.masterReference,
    nature,
    nature_because: because,
    description: items.find((item) => item.description)?.description?.slice(0, DESCRIPTION_LENGTH) ?? null,
    packages: whole(totals.packages ?? sum(items.map((item) => item.packages?.count ?? null))),
    gross_weight_kg: totals.grossWeightKg ?? sum(items.map((item) => item.grossWeightKg)),
    consignor_name: nameOf('consignor'),
    consignee_name: nameOf('consignee'),
    loading_port: places.loading?.code ?? null,
    discharge_port: places.discharge?.code ?? null,
    equipment_summary: countTypes(consignment),
  }
}

const sum = (values: readonly (number | null)[]): number | null => {
  const filed = values.filter((value) => value !== null)
  return filed.length === 0 ? null : filed.reduce((total, value) => total + value, 0)
}
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

const countTypes = ({ equipment }: Consignment): EquipmentCount[] => {
  const counts = new Map<string | null, number>()
  for (const { sizeType } of equipment) counts.set(sizeType, (counts.get(sizeType) ?? 0) + 1)
  return [...counts].map(([type, count]) => ({ count, type }))
}
