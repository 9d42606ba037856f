import type { Consignment } from '../cargo/consignment.js'
import type { NatureOfConsignment } from '../cargo/nature.js'
import type { Instant } from '../kernel/instant.js'
import { historyKeys } from '../matching/history_keys.js'
import type { ReferenceData } from '../reference/reference_data.js'
import { cargoHistoryFacts } from './cargo_history_facts.js'
import type { Fact, FactKey, FactSnapshot, FactTypes } from './catalogue.js'
import { consignmentFacts } from './consignment_facts.js'
import { conveyanceFacts, type CallOfConsignment, type FilingDue } from './conveyance_facts.js'
import { densityFacts } from './density.js'
import { equipmentFacts } from './equipment_facts.js'
import { filed, known } from './fact.js'
import { withNotCarried, type AlwaysFiled } from './filing_terms.js'
import { goodsFacts } from './goods_facts.js'
import { filingHistoryFacts } from './filing_history_facts.js'
import { findingsFacts } from './findings_facts.js'
import type { HistoryOfConsignment } from './history.js'
import { partyFacts } from './party_facts.js'
import { partyHistoryFacts } from './party_history_facts.js'
import { valueFacts, valueHistoryFacts } from './value_facts.js'
import { placeFacts } from './place_facts.js'
import { reportedFacts, type ReportedOfConsignment } from './reported_facts.js'

export interface FactSource {
  readonly consignment: Consignment
  /** Nature seen from the administration, where the consignment was filed without one. */
  readonly nature?: NatureOfConsignment
  /** From 1. */
  readonly revision: number
  /** Amendments after the first registration. */
  readonly amendments: number
  /** `null` when no conveyance call is joined yet. */
  readonly call: CallOfConsignment | null
  /** First registration. */
  readonly filedAt: Instant
  readonly due: FilingDue
  /** Facts the sender's profile declares always filed when applicable, e.g. `place.transhipment`. */
  readonly alwaysFiled: AlwaysFiled
  /** Facts that the sender's format has no place for. */
  readonly notCarried?: ReadonlySet<FactKey>
  /** Containers that also carry goods of another consignment of the manifest. */
  readonly sharedContainers?: ReadonlySet<string>
  /** What bay plans and terminals said of its containers. */
  readonly reported?: ReportedOfConsignment
  /** ISO 4217 of the administration. */
  readonly ownCurrency?: string | null
  readonly history: HistoryOfConsignment
  readonly reference: ReferenceData
}

const NONE: ReadonlySet<never> = new Set()

/** Everything an assessment may know of a consignment. No field stands in for another one. */
export const deriveFacts = (source: FactSource): FactSnapshot => {
  const { consignment, reference, filedAt, alwaysFiled } = source
  const facts: FactSnapshot = {
    ...consignmentFacts(consignment),
    'consignment.nature': natureFact(source),
    'consignment.revision': known(source.revision, []),
    'filing.amendments': known(source.amendments, []),
    ...placeFacts(consignment, reference, alwaysFiled),
    ...goodsFacts(consignment, alwaysFiled),
    ...densityFacts(consignment),
    ...valueFacts(consignment, source.ownCurrency ?? null),
    ...partyFacts(consignment, alwaysFiled),
    ...equipmentFacts(consignment, reference, alwaysFiled, source.sharedContainers ?? NONE),
    ...reportedFacts(consignment, reference, source.sharedContainers ?? NONE, source.reported),
    ...conveyanceFacts(source.call, filedAt, source.due),
    ...historyFacts(source),
  }
  return withNotCarried(facts, source.notCarried ?? NONE)
}

/** Read from the places where it was not filed: evidence then cites those. */
const natureFact = ({ consignment, nature }: FactSource): Fact<FactTypes['consignment.nature']> =>
  consignment.nature === null && nature?.nature
    ? known(nature.nature, nature.from)
    : filed(consignment.nature, 'nature')

const historyFacts = ({ consignment, nature, history, filedAt, call }: FactSource) => {
  const arrival = call?.arrival ?? null
  const { consignee, chapters } = historyKeys(consignment)
  return {
    ...partyHistoryFacts(history, { filedAt, chapters, consigneeKey: consignee }),
    ...cargoHistoryFacts(history, {
      consignment,
      nature: consignment.nature ?? nature?.nature ?? null,
      filedAt,
      arrival,
    }),
    ...valueHistoryFacts(history, filedAt),
    ...filingHistoryFacts(history, arrival),
    ...findingsFacts(history, consignment, filedAt),
  }
}
