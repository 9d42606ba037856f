import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import { TRIAGE_SORTS, TRIAGE_VIEWS } from '../triage_filters.js'

const code = () => vine.string().regex(/^[A-Za-z0-9_:-]{1,64}$/)

export const arrivalsValidator = vine.create({
  show: optional(vine.enum(['short', 'nothing_filed'] as const)),
  port: optional(code()),
  /** `none`: the reader closed the peek. */
  call: optional(vine.string().regex(/^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)),
})

export const conveyanceValidator = vine.create({
  band: optional(vine.enum(['high', 'medium', 'low', 'unknown', 'not_assessed'] as const)),
  nature: optional(vine.enum(['export', 'import', 'transit', 'transhipment'] as const)),
  q: optional(vine.string().trim().maxLength(60)),
  sort: optional(vine.enum(['score', 'could_be', 'reference'] as const)),
  page: optional(vine.number().min(1).max(10_000)),
})

/** What a queue is of; a saved view keeps the same. */
const filters = {
  view: optional(vine.enum(TRIAGE_VIEWS)),
  sort: optional(vine.enum(TRIAGE_SORTS)),
  threat: optional(code()),
  call: optional(vine.string().uuid()),
  port: optional(code()),
  unit: optional(vine.string().uuid()),
}

export const triageValidator = vine.create({
  ...filters,
  rows: optional(vine.number().withoutDecimals().min(1).max(1000)),
})

export const deskViewValidator = vine.create({
  ...filters,
  name: vine.string().trim().minLength(1).maxLength(60),
  shareWith: nullable(vine.string().uuid()),
})

export const handoverValidator = vine.create({ note: nullable(vine.string().trim().maxLength(4000)) })

/** An instant as a page sends it. */
const instant = () => vine.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/)
export const absenceValidator = vine.create({
  from: instant(),
  until: instant(),
  substitute: nullable(vine.string().uuid()),
})

/** What the law that an administration named lets travellers be looked at for. */
export const TRAVELLER_PURPOSES = ['entry_control', 'cargo_risk', 'investigation', 'request_of_authority'] as const

export const openTravellersValidator = vine.create({
  purpose: vine.enum(TRAVELLER_PURPOSES),
  from: vine.number().withoutDecimals().min(0).max(100_000),
})

export const findValidator = vine.create({ q: vine.string().trim().minLength(2).maxLength(60) })
