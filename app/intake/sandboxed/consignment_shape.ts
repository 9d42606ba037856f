import type { ReportedConsignment } from '#core/cargo/cargo_report'
import { NATURES, PARTY_ROLES, type DocumentLevel } from '#core/cargo/codes'
import type {
  Consignment,
  Equipment,
  Freight,
  GoodsValue,
  GoodsItem,
  Packages,
  Party,
  PartyContact,
  PartyIdentifier,
  Place,
  Places,
  Totals,
} from '#core/cargo/consignment'
import type { Problem } from '#core/kernel/problem'
import { PROBLEM_CODES } from '#core/kernel/problem_codes'
import type { SourceRef } from '#core/kernel/source_ref'
import {
  isCount,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  shapeOf,
  type Check,
} from './shapes.js'

export const isMaybeText = orNull(isText)
export const isMaybeNumber = orNull(isNumber)

export const isReference = shapeOf<SourceRef>({
  message: isCount,
  segment: isCount,
  tag: isText,
  line: isCount,
  element: optional(isCount),
  component: optional(isCount),
  offset: isCount,
  length: isCount,
  path: optional(isText),
})

const isProblem = shapeOf<Problem>({
  code: oneOf(Object.keys(PROBLEM_CODES)),
  severity: oneOf(['info', 'warning', 'error', 'fatal']),
  at: optional(isReference),
  params: optional(recordOf((value) => isText(value) || isNumber(value))),
  consignment: optional(isCount),
})
export const isProblems = listOf(isProblem)
export const isProvenance = recordOf(listOf(isReference))

export const isPlace = orNull(shapeOf<Place>({ code: isMaybeText, name: isMaybeText, country: isMaybeText }))

export const isParties = listOf(
  shapeOf<Party>({
    role: oneOf(PARTY_ROLES),
    name: isMaybeText,
    address: isMaybeText,
    country: isMaybeText,
    identifiers: listOf(shapeOf<PartyIdentifier>({ type: isText, value: isText })),
    contacts: listOf(shapeOf<PartyContact>({ type: oneOf(['phone', 'email']), value: isText })),
  })
)

export const isEquipment = listOf(
  shapeOf<Equipment>({
    number: isText,
    kind: oneOf(['container', 'trailer', 'breakbulk', 'uld', 'other']),
    checkDigitValid: orNull(isFlag),
    sizeType: isMaybeText,
    sizeTypeAsFiled: isMaybeText,
    fullness: orNull(oneOf(['full', 'empty'])),
    seals: listOf(isText),
    tareKg: isMaybeNumber,
    grossKg: isMaybeNumber,
    temperatureC: isMaybeNumber,
  })
)

const isItem = shapeOf<GoodsItem>({
  sequence: isCount,
  description: isMaybeText,
  marks: isMaybeText,
  hsCodes: listOf(isText),
  packages: orNull(shapeOf<Packages>({ count: isNumber, type: isMaybeText, typeAsFiled: isMaybeText })),
  grossWeightKg: isMaybeNumber,
  volumeM3: isMaybeNumber,
  dangerousGoods: listOf(shapeOf<GoodsItem['dangerousGoods'][number]>({ unNumber: isMaybeText, class: isMaybeText })),
  stowedIn: listOf(shapeOf<GoodsItem['stowedIn'][number]>({ number: isText, packages: isMaybeNumber })),
})

export const TOTALS: { readonly [Member in keyof Totals]: Check } = {
  grossWeightKg: isMaybeNumber,
  packages: isMaybeNumber,
  volumeM3: isMaybeNumber,
}

const LEVELS: readonly DocumentLevel[] = ['master', 'house', 'straight']

const isConsignment = shapeOf<Consignment>({
  sequence: isCount,
  level: oneOf(LEVELS),
  reference: isMaybeText,
  masterReference: isMaybeText,
  nature: orNull(oneOf(NATURES)),
  places: shapeOf<Places>({
    receipt: isPlace,
    loading: isPlace,
    transhipment: listOf(isPlace),
    discharge: isPlace,
    delivery: isPlace,
    originCountry: isMaybeText,
    destinationCountry: isMaybeText,
    warehouse: isMaybeText,
    office: isMaybeText,
  }),
  parties: isParties,
  items: listOf(isItem),
  equipment: isEquipment,
  totals: shapeOf<Totals>(TOTALS),
  freight: orNull(
    shapeOf<Freight>({
      amount: isMaybeText,
      currency: isMaybeText,
      payment: orNull(oneOf(['prepaid', 'collect'])),
    })
  ),
  value: optional(shapeOf<GoodsValue>({ amount: isText, currency: isMaybeText })),
  containerised: orNull(isFlag),
})

const isReported = shapeOf<ReportedConsignment>({
  consignment: isConsignment,
  provenance: isProvenance,
  problems: isProblems,
  usable: isFlag,
})

/** A consignment with its provenance and Problems, and nothing else. */
export const isReportedConsignment = (value: unknown): value is ReportedConsignment => isReported(value)
