import { column, defineList, optional } from './definition.js'

/** Brands with the products they are put on, by the origins that infringe them. */
export const brands = defineList(
  'brands',
  ['brand', 'origin'],
  [
    column('brand', 'text'),
    column('words', 'words'),
    optional('products', 'words'),
    column('origin', 'country', { any: true }),
  ]
)
