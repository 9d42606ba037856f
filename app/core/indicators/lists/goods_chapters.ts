import { defineList, GOODS } from './definition.js'

/** HS chapters in which goods of a name are classified. */
export const goodsChapters = defineList('goods_chapters', ['goods'], [...GOODS])
