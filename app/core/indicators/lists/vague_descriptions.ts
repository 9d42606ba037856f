import { column, defineList, optional } from './definition.js'

/** Whole descriptions that say nothing. */
export const vagueDescriptions = defineList(
  'vague_descriptions',
  ['term'],
  [column('term', 'text'), optional('at_master', 'flag')]
)
