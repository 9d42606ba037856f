/** Code lists of orders, findings and outcomes. A row keeps the edition it was written under. */
export const CODE_EDITION = 2

export const ORDER_TYPES = ['documentary', 'scan', 'tailgate', 'sample', 'canine', 'physical'] as const
export type OrderType = (typeof ORDER_TYPES)[number]

export const REFUSALS = ['site_closed', 'no_equipment', 'cargo_not_here', 'unsafe', 'own_connection', 'other'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Where things are hidden; the next order on a lane names the places of earlier finds first. Edition 2 added `reefer_unit` and `tank_shell`. */
export const PLACES_OF_CONCEALMENT = [
  'in_cargo',
  'in_packaging',
  'among_cargo',
  'floor',
  'floor_channels',
  'roof',
  'walls',
  'front_wall',
  'doors',
  'frame',
  'undercarriage',
  'reefer_unit',
  'evaporator_housing',
  'compressor_space',
  'tank_shell',
  'personal_effects',
  'vehicle',
  'documents',
  'other',
] as const

export const FINDING_KINDS = [
  'narcotics',
  'precursors',
  'weapons',
  'strategic_goods',
  'currency',
  'tobacco_alcohol',
  'counterfeits',
  'wildlife',
  'waste',
  'cultural_goods',
  'undeclared_goods',
  'misdeclared_goods',
  'undervaluation',
  'empty_hide',
  'other',
] as const

export const UNITS = ['kg', 'g', 'l', 'pieces', 'packages'] as const

export const RESULTS = ['resultant', 'not_resultant', 'inconclusive', 'not_examined'] as const
export type Result = (typeof RESULTS)[number]

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

export const NOT_EXAMINED_REASONS = ['no_time', 'no_equipment', 'cargo_not_here', 'unsafe', 'weather', 'other'] as const

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
