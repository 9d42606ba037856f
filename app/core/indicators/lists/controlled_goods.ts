import { THREATS } from '../definition.js'
import { column, defineList, GOODS, optional } from './definition.js'

/** What a control is about. */
export const CONTROLS = [
  'arms',
  'cash',
  'chemical_weapons',
  'cites',
  'culture',
  'drug_precursors',
  'dual_use',
  'excise',
  'explosive_precursors',
  'ipr',
  'narcotics',
  'ozone',
  'waste',
] as const

/** Goods under a control: dual use, precursors, protected species, waste, ozone, arms. */
export const controlledGoods = defineList(
  'controlled_goods',
  ['goods', 'control'],
  [
    ...GOODS,
    column('control', 'code', { codes: CONTROLS }),
    column('threat', 'code', { codes: THREATS }),
    optional('cas', 'text'),
    optional('un_number', 'text'),
  ]
)
