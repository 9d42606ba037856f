import type { Consignment, Party } from '#core/cargo/consignment'
import type { AssessmentResult } from '#core/assessment/assessment'
import type { FactSnapshot } from '#core/facts/catalogue'
import type { ContainerTypeInfo } from '#core/reference/reference_data'
import { referenceData } from '#platform/reference/service'
import type { EquipmentView, PartyView, PlaceStop } from '../../../resources/props/cargo.js'
import { placeName } from './call_summary.js'

export function routeOf({ places }: Consignment): PlaceStop[] {
  const stops = [
    { role: 'receipt', place: places.receipt },
    { role: 'loading', place: places.loading },
    ...places.transhipment.map((place) => ({ role: 'transhipment', place })),
    { role: 'discharge', place: places.discharge },
    { role: 'delivery', place: places.delivery },
  ]
  return stops.flatMap(({ role, place }) =>
    place ? [{ role, name: place.name ?? placeName(place.code), code: place.code }] : []
  )
}

/** Parties as filed, with what the assessment knew of their history. */
export const partyViews = (
  consignment: Consignment,
  facts: FactSnapshot | null,
  result: AssessmentResult | null,
  restricted: readonly boolean[],
  valid: (type: string, value: string) => boolean | null
): PartyView[] =>
  consignment.parties.map((party, index) => ({
    role: party.role,
    name: party.name,
    address: party.address,
    country: party.country,
    identifiers: party.identifiers.map(({ type, value }) => ({ type, value, valid: valid(type, value) })),
    history: facts ? historyOf(party, facts) : null,
    match: result?.matches.find((match) => match.path.startsWith(`parties.${index}.`))?.entry.list ?? null,
    restricted: restricted[index] ?? false,
  }))

function historyOf({ role }: Party, facts: FactSnapshot): PartyView['history'] {
  if (role !== 'consignee' && role !== 'consignor') return null
  const count = facts[`history.${role}.count`]
  const partners = role === 'consignee' ? facts['history.consignee.consignors'] : facts['history.consignor.consignees']
  return count.known && partners.known ? { consignments: count.value, partners: partners.value } : null
}

export const equipmentViews = (consignment: Consignment): EquipmentView[] =>
  consignment.equipment.map((box) =>
    equipmentView(box, box.sizeType ? referenceData().containerType(box.sizeType) : null)
  )

function equipmentView(box: Consignment['equipment'][number], type: ContainerTypeInfo | null): EquipmentView {
  return {
    number: box.number,
    checkDigitValid: box.checkDigitValid,
    sizeType: box.sizeType ?? box.sizeTypeAsFiled,
    containerGroup: type?.group ?? null,
    lengthFt: type?.lengthFt ?? null,
    tareKg: box.tareKg,
    seals: [...box.seals],
    temperatureC: box.temperatureC,
    fullness: box.fullness,
  }
}

export const itemViews = (consignment: Consignment) =>
  consignment.items.map((item) => ({
    description: item.description,
    marks: item.marks,
    hsCodes: [...item.hsCodes],
    packages: item.packages?.count ?? null,
    packageType:
      (item.packages?.type && referenceData().packageType(item.packages.type)?.name) ||
      item.packages?.typeAsFiled ||
      null,
    grossWeightKg: item.grossWeightKg,
    dangerous: item.dangerousGoods.flatMap((goods) => goods.unNumber ?? goods.class ?? []),
  }))

/** What the goods are declared to be worth; a kilogram where the weight is known. */
export function valueOf({ value, totals }: Consignment) {
  const amount = value === undefined ? Number.NaN : Number(value.amount)
  if (value === undefined || !Number.isFinite(amount)) return null
  const { grossWeightKg } = totals
  const perKg = grossWeightKg !== null && grossWeightKg > 0 ? amount / grossWeightKg : null
  return { amount, currency: value.currency, perKg }
}
