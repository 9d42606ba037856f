import { THREATS } from '../definition.js'
import { column, defineList, GOODS } from './definition.js'

/** Words of a threat in the languages of trade. */
export const threatKeywords = defineList(
  'threat_keywords',
  ['goods', 'language'],
  [...GOODS, column('language', 'text'), column('threat', 'code', { codes: THREATS })]
)
