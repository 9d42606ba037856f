import type { DocumentLevel, Nature } from '../../../../cargo/codes.js'
import type { ReportedConsignment } from '../../../../cargo/cargo_report.js'
import type { Consignment, Equipment, Freight, GoodsValue, Provenance } from '../../../../cargo/consignment.js'
import type { Problem } from '../../../../kernel/problem.js'
import type { Filed } from '../../parts/filed.js'
import type { ConsignmentDraft } from '../drafts.js'
import { citeEquipment, equipmentOf } from './finish_equipment.js'
import { finishItems } from './finish_items.js'
import { finishParties } from './finish_parties.js'
import { finishPlaces, type FoundPlaces } from './finish_places.js'
import { finishTotals } from './finish_totals.js'
import { equipmentPaths } from '../../parts/equipment_values.js'
import { byPosition } from '../../../parts/paths.js'
import { withProvenance, type Citations, type CitedPaths } from '../../parts/citations.js'
import { NONE } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

const PATHS = byPosition((at) => equipmentPaths(`equipment.${at}.`))

/** A consignment with its Problems and the paths of its values; their places are looked up when somebody asks. */
export class FinishedConsignment implements ReportedConsignment {
  readonly consignment: Consignment
  declare readonly provenance: Provenance
  /** Known once the whole Message is read. */
  problems: readonly Problem[] = NONE
  readonly usable: boolean

  constructor(consignment: Consignment, usable: boolean, cited: CitedPaths) {
    this.consignment = consignment
    withProvenance(this, cited)
    this.usable = usable
  }
}

interface Documents {
  readonly level: DocumentLevel
  readonly reference: Filed | null
  readonly master: Filed | null
}

const first = (values: ReadonlyMap<string, Filed>, keys: readonly string[]): Filed | null => {
  for (const key of keys) {
    const found = values.get(key)
    if (found) return found
  }
  return null
}

const NO_DOCUMENTS: ReadonlyMap<string, Filed> = new Map()

/**
 * Which document the consignment stands under (FORMATS 3.4). A house is told by its reference, its
 * DOC, a consolidator's header, or a master beside a bill; a master number alone is a master.
 */
const documentsOf = ({ reading, header }: ReadingState, draft: ConsignmentDraft): Documents => {
  const house =
    first(draft.references, reading.houseReferences) ?? first(draft.documents ?? NO_DOCUMENTS, reading.houseDocuments)
  const bill = first(draft.references, reading.billReferences) ?? draft.cniNumber
  const master = first(draft.references, reading.masterReferences) ?? draft.cniSource
  const masterDocument = first(draft.documents ?? NO_DOCUMENTS, reading.masterDocuments)
  if (house) return { level: 'house', reference: house, master: master ?? other(bill, house) ?? masterDocument }
  const { consolidator } = header
  if (bill && (master ?? masterDocument)) return { level: 'house', reference: bill, master: master ?? masterDocument }
  if (bill) return { level: consolidator ? 'house' : 'straight', reference: bill, master: null }
  return { level: 'master', reference: master ?? masterDocument, master: null }
}

const other = (bill: Filed | null, house: Filed): Filed | null => (bill && bill.value !== house.value ? bill : null)

const natureOf = (state: ReadingState, draft: ConsignmentDraft): Filed<Nature> | null => {
  const declared = state.header.nature
  if (draft.nature && declared && draft.nature.value !== declared.value) {
    const params = { header: declared.value, consignment: draft.nature.value }
    state.problems.add('SEM-NATURE-CONFLICT', { at: draft.nature.at, consignment: draft.index, params })
  }
  return draft.nature ?? declared
}

const NO_CURRENCY: ReadonlySet<string> = new Set(['', 'ZZZ', 'XXX', 'NIL'])

/** Zero freight and placeholder currencies say nothing: `null`, not zero. */
const freightOf = (state: ReadingState, draft: ConsignmentDraft, cited: Citations): Freight | null => {
  const { freight, payment } = draft
  const amount = freight?.value.amount ? String(freight.value.amount) : null
  const currency = currencyOf(state, draft, freight)
  const method = cited.take('freight.payment', payment)
  if (amount === null && method === null) return null
  if (freight && amount !== null) cited.cite('freight.amount', freight.at)
  return { amount, currency, payment: method }
}

/** Zero says nothing: no value, not one of zero. */
const valueOf = (state: ReadingState, draft: ConsignmentDraft, cited: Citations): GoodsValue | null => {
  const { value } = draft
  const currency = currencyOf(state, draft, value)
  if (!value?.value.amount || value.value.amount < 0) return null
  cited.cite('value.amount', value.at)
  if (currency !== null) cited.cite('value.currency', value.at)
  return { amount: String(value.value.amount), currency }
}

/** What is no currency is told, and is none. */
const currencyOf = (state: ReadingState, draft: ConsignmentDraft, money: ConsignmentDraft['value']): string | null => {
  if (money === null || money.value.currency === '') return null
  const { currency } = money.value
  if (!NO_CURRENCY.has(currency) && /^[A-Z]{3}$/.test(currency)) return currency
  state.problems.add('REF-CURRENCY', { at: money.at, consignment: draft.index, params: { value: currency } })
  return null
}

const containerisedOf = (draft: ConsignmentDraft, equipment: readonly Equipment[]): boolean | null => {
  if (draft.containerised) return draft.containerised.value
  if (equipment.some(({ kind }) => kind === 'container')) return true
  return equipment.some(({ kind }) => kind === 'breakbulk') ? false : null
}

/** One consignment in canonical terms. Without a document number it is kept, but not usable. */
export const finishConsignment = (
  state: ReadingState,
  draft: ConsignmentDraft,
  header: FoundPlaces,
  all: ReadonlyMap<string, Equipment>,
  cited: Citations
): FinishedConsignment => {
  const { level, reference, master } = documentsOf(state, draft)
  if (!reference) state.problems.add('SEM-DOCUMENT-MISSING', { at: draft.at, consignment: draft.index })
  const drafts = equipmentOf(state, draft)
  drafts.forEach((found, at) => citeEquipment(found, PATHS(at), cited))
  const equipment = drafts.map(({ number }) => all.get(number)).filter((found) => found !== undefined)
  if (draft.containerised) cited.cite('containerised', draft.containerised.at)
  const items = finishItems(state, draft, cited)
  const value = valueOf(state, draft, cited)
  const consignment = {
    sequence: draft.index,
    level,
    reference: cited.take('reference', reference),
    masterReference: cited.take('masterReference', master),
    nature: cited.take('nature', natureOf(state, draft)),
    places: finishPlaces(state, draft, header, cited),
    parties: finishParties(state, draft.parties, cited, draft.index),
    items,
    equipment,
    totals: finishTotals(state, draft, items, cited),
    freight: freightOf(state, draft, cited),
    ...(value && { value }),
    containerised: containerisedOf(draft, equipment),
  }
  return new FinishedConsignment(consignment, reference !== null, cited.close())
}
