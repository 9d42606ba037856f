import type { ExaminationType, Result } from '#core/cargo/examination'

export {
  EXAMINATION_TYPES as ORDER_TYPES,
  FINDING_KINDS,
  NOT_EXAMINED_REASONS,
  PLACES_OF_CONCEALMENT,
  QUANTITY_UNITS as UNITS,
  RESULTS,
  type Result,
} from '#core/cargo/examination'

/** Code lists of orders, findings and outcomes. A row keeps the edition it was written under. */
export const CODE_EDITION = 2

export type OrderType = ExaminationType

export const REFUSALS = ['site_closed', 'no_equipment', 'cargo_not_here', 'unsafe', 'own_connection', 'other'] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * The judgement an inspector can give without knowing why the order was made. "False positive" and
 * "baseline clean" are both `nothing_found`: the ledger tells them apart by the origin, afterwards.
 */
export const JUDGEMENTS = [
  'confirmed_risk',
  'valuable_no_offence',
  'nothing_found',
  'inconclusive',
  'not_examined',
] as const
export type Judgement = (typeof JUDGEMENTS)[number]

export const JUDGEMENTS_OF: Readonly<Record<Result, readonly Judgement[]>> = {
  resultant: ['confirmed_risk'],
  not_resultant: ['nothing_found', 'valuable_no_offence'],
  inconclusive: ['inconclusive'],
  not_examined: ['not_examined'],
}

export const ENFORCEMENTS = [
  'none',
  'warning',
  'penalty',
  'detention',
  'seizure',
  'controlled_delivery',
  'prosecution',
] as const

/** What became of a line of the checklist. */
export const ITEM_ANSWERS = ['clear', 'not_possible', 'found'] as const
export type ItemAnswer = (typeof ITEM_ANSWERS)[number]

/** Why a line of the checklist cannot be done. */
export const NOT_POSSIBLE_REASONS = [
  'not_reachable',
  'no_tool',
  'unsafe',
  'not_on_this_box',
  'no_time',
  'other',
] as const
export type NotPossible = (typeof NOT_POSSIBLE_REASONS)[number]

/** Why an exhibit goes from one hand to another. */
export const CUSTODY_REASONS = ['storage', 'laboratory', 'court', 'agency', 'returned', 'owner', 'destruction'] as const
