import type { ReportedConsignment } from '../../cargo/cargo_report.js'
import { NATURE_BY_CODE, type DocumentLevel, type Nature } from '../../cargo/codes.js'
import type { Equipment, Freight, GoodsValue } from '../../cargo/consignment.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import { ProvenanceBuilder } from '../parts/provenance_builder.js'
import { readContainer, readVehicles, vehicle, type ReadEquipment } from './read_equipment.js'
import { dangersOf, goodsOf, readItems } from './read_goods.js'
import { consignmentParties } from './read_parties.js'
import type { Scope } from './scope.js'
import { compare, consignmentTotals } from './totals.js'

/** What the header says about every consignment. */
export interface HeaderOfConsignment {
  readonly nature: Filed<Nature> | null
  readonly office: Filed | null
  /** Master that a degroupage names. */
  readonly master: Filed | null
  /** Number that stands in the header because the document has one consignment. */
  readonly reference: Filed | null
  readonly houses: boolean
}

export interface ReadConsignment extends Omit<ReportedConsignment, 'problems'> {
  readonly containers: readonly ReadEquipment[]
  /** The number of its value, to be compared with the weight. */
  readonly value: Filed<number> | null
}

const CONTAINERS_DECLARED = 'num_of_ctn_for_this_bol'
const NO_CURRENCY: ReadonlySet<string> = new Set(['ZZZ', 'XXX', 'NIL', '000'])

const isSet = (filed: Filed | null): boolean => filed !== null && /^(?:1|Y|YES|TRUE)$/.test(filed.value)

/** Consolidated_Cargo is a mark; some generators write the number of containers into it. */
const isConsolidated = (fields: Fields, scope: Scope): boolean => {
  const mark = fields.code(scope, 'consolidated_cargo')
  if (mark && !/^(?:1|Y|N|YES|NO|TRUE|FALSE)$/.test(mark.value))
    fields.unknownCode('Consolidated_Cargo', mark.value, mark.at[0])
  return isSet(mark)
}

const levelOf = (fields: Fields, scope: Scope, master: Filed | null, header: HeaderOfConsignment): DocumentLevel => {
  const { levels } = fields.context.reading
  const type = fields.meaning(scope, 'bol_type_code', levels)
  const status = fields.leaves(scope, 'status').flatMap(({ text }) => levels[text.toUpperCase()] ?? [])[0]
  if (header.houses && type?.value !== 'master') return 'house'
  if (type && type.value !== 'straight') return type.value
  if (status) return status
  if (master) return 'house'
  return isConsolidated(fields, scope) ? 'master' : 'straight'
}

const natureOf = (fields: Fields, scope: Scope, header: Filed<Nature> | null): Filed<Nature> | null => {
  const own = fields.meaning(scope, 'bol_nature', NATURE_BY_CODE)
  if (own && header && own.value !== header.value) {
    const params = { header: header.value, consignment: own.value }
    fields.report('SEM-NATURE-CONFLICT', { at: own.at[0], params })
  }
  return own ?? header
}

/** A currency that is one; what was filed in its place is told where an amount hangs on it. */
const currencyOf = (fields: Fields, scope: Scope, field: string, told: boolean): Filed | null => {
  const currency = fields.code(scope, field)
  const named = currency && !NO_CURRENCY.has(currency.value) ? currency : null
  const known = named && /^[A-Z]{3}$/.test(named.value) ? named : null
  if (currency && !known && (told || named))
    fields.report('REF-CURRENCY', { at: currency.at[0], params: { value: currency.value } })
  return known
}

/** Zero says nothing: no value, not one of zero. */
const valueOf = (
  fields: Fields,
  scope: Scope,
  amount: Filed<number> | null,
  cited: ProvenanceBuilder
): GoodsValue | null => {
  const currency = currencyOf(fields, scope, 'customs_currency', amount !== null)
  const value = cited.take('value.amount', amount && { value: String(amount.value), at: amount.at })
  return value === null ? null : { amount: value, currency: cited.take('value.currency', currency) }
}

/** Zero freight and placeholder currencies say nothing: `null`, not zero. */
const freightOf = (fields: Fields, scope: Scope, cited: ProvenanceBuilder): Freight | null => {
  const amount = fields.amount(scope, 'freight_value')
  const known = currencyOf(fields, scope, 'freight_currency', amount !== null)
  const payment = cited.take('freight.payment', fields.meaning(scope, 'pc_indicator', fields.context.reading.payments))
  if (!amount && payment === null) return null
  const value = cited.take('freight.amount', amount && { value: String(amount.value), at: amount.at })
  return { amount: value, currency: amount ? cited.take('freight.currency', known) : null, payment }
}

const containersOf = (fields: Fields, scope: Scope, cited: ProvenanceBuilder): readonly ReadEquipment[] => {
  const found = new Map<string, ReadEquipment>()
  const groups = scope.groups('ctn_segment')
  // Seals filed for the goods are those of their only container; of several nobody knows which.
  const sealsOfGoods = [scope, ...scope.groups('goods_segment')].flatMap((part) => part.all('seal'))
  if (groups.length !== 1)
    for (const { at, text } of sealsOfGoods) fields.report('SYN-SKIPPED', { at, params: { bytes: text.length } })
  for (const group of groups) {
    const seals = [...group.all('seal'), ...(groups.length === 1 ? sealsOfGoods : [])]
    const container = readContainer(fields, group, seals, `equipment.${found.size}`, cited)
    if (!container) continue
    const { number } = container.equipment
    if (found.has(number)) fields.report('SYN-DUP-REF', { at: container.at[0], params: { value: number } })
    else found.set(number, container)
  }
  return [...found.values()]
}

const containerisedOf = (scope: Scope, equipment: readonly Equipment[]): boolean | null => {
  if (equipment.some(({ kind }) => kind === 'container')) return true
  return scope
    .partWith(CONTAINERS_DECLARED)
    .all(CONTAINERS_DECLARED)
    .some(({ text }) => /^0+(?:\.0+)?$/.test(text))
    ? false
    : null
}

const missingFields = (fields: Fields, scope: Scope): void => {
  const groups = [scope, ...scope.groups('goods_segment')]
  for (const field of fields.context.reading.mandatory.consignment)
    if (!groups.some((group) => group.all(field).length > 0))
      fields.report('SEM-FIELD-MISSING', { at: scope.at, params: { field } })
}

/** One bill in canonical terms. Without a document number it is kept, but not usable. */
export const readConsignment = (
  fields: Fields,
  scope: Scope,
  header: HeaderOfConsignment,
  sequence: number
): ReadConsignment => {
  const cited = new ProvenanceBuilder()
  missingFields(fields, scope)
  const reference = fields.code(scope, 'bol_reference') ?? header.reference
  if (!reference) fields.report('SEM-DOCUMENT-MISSING', { at: scope.at })
  const own = fields.code(scope, 'master_bol_ref_number')
  const named = own && own.value !== reference?.value ? own : null
  const master = named ?? (header.houses ? header.master : null)
  const level = levelOf(fields, scope, named, header)
  const containers = containersOf(fields, scope, cited)
  const goods = goodsOf(fields, scope)
  const vehicles = readVehicles(fields, scope, [goods.total.marks, goods.total.description])
  vehicles.forEach(({ at }, index) => cited.cite(`equipment.${containers.length + index}.number`, at))
  const equipment = [...containers.map((each) => each.equipment), ...vehicles.map(({ value }) => vehicle(value))]
  const declaredVehicles = fields.amount(scope.partWith('num_of_vehicles_for_this_bol'), 'num_of_vehicles_for_this_bol')
  const declaredContainers = fields.amount(scope.partWith(CONTAINERS_DECLARED), CONTAINERS_DECLARED)
  const customsValue = fields.amount(scope, 'customs_value')
  const value = valueOf(fields, scope, customsValue, cited)
  compare(fields, 'TOT-COUNT', 'equipment', declaredContainers, containers.length)
  if (vehicles.length > 0) compare(fields, 'TOT-COUNT', 'equipment', declaredVehicles, vehicles.length)
  return {
    consignment: {
      sequence,
      level,
      reference: cited.take('reference', reference),
      masterReference: level === 'master' ? null : cited.take('masterReference', master),
      nature: cited.take('nature', natureOf(fields, scope, header.nature)),
      places: {
        receipt: null,
        loading: cited.take('places.loading', fields.place(scope, 'place_of_loading_code', 'place_of_loading_name')),
        transhipment: [],
        discharge: cited.take(
          'places.discharge',
          fields.place(scope, 'place_of_unloading_code', 'place_of_unloading_name')
        ),
        delivery: null,
        originCountry: null,
        destinationCountry: null,
        warehouse: cited.take('places.warehouse', fields.code(scope, 'location_code')),
        office: cited.take('places.office', header.office),
      },
      parties: consignmentParties(fields, scope, cited, sequence),
      items: readItems(
        fields,
        goods.items,
        { containers, dangers: dangersOf(fields, scope, goods.items) },
        cited,
        sequence
      ),
      equipment,
      totals: consignmentTotals(fields, goods, containers, cited),
      freight: freightOf(fields, scope, cited),
      ...(value && { value }),
      containerised: containerisedOf(scope, equipment),
    },
    provenance: cited.all(),
    usable: reference !== null,
    containers,
    value: customsValue,
  }
}
