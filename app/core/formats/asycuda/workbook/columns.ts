import type { Row } from '../../workbook/workbook.js'
import type { Vocabulary } from '../../xml/vocabulary.js'
import { CONTAINERS, PART_OF_LEAF, type Part } from '../elements.js'
import { ASYCUDA_ROOTS, type AsycudaRoot } from '../roots.js'

/** A column headed by the name of an element that holds text. */
export interface Column {
  /** As filed. */
  readonly name: string
  /** Canonical. */
  readonly key: string
  /** Canonical name of the element around it. */
  readonly parent: string
  readonly part: Part
  /** Headed by an element that holds elements: nothing should stand below. */
  readonly isContainer: boolean
}

/** Names that head no other kind of sheet; three of them make an ASYCUDA workbook (FORMATS appendix A). */
const TELLING: ReadonlySet<string> = new Set([
  'bol_reference',
  'consignee_name',
  'goods_description',
  'gross_mass',
  'exporter_name',
  'customs_office_code',
  'bol_nature',
])

export const isHeading = ({ cells }: Row, vocabulary: Vocabulary): boolean =>
  new Set(cells.map(([, text]) => vocabulary.canonical(text, '')).filter((name) => TELLING.has(name))).size >= 3

/**
 * What each column holds: names stand in the order of the document, so a segment named in a
 * heading holds what stands behind it, until the next one.
 */
export const columnsOf = ({ cells }: Row, vocabulary: Vocabulary): ReadonlyMap<number, Column> => {
  const columns = new Map<number, Column>()
  let part: Part = 'header'
  let parent = ''
  for (const [at, name] of cells) {
    const key = vocabulary.canonical(name, parent)
    const isContainer = CONTAINERS.has(key)
    if (isContainer) part = CONTAINERS.get(key) ?? part
    else part = PART_OF_LEAF.get(key) ?? part
    columns.set(at, { name, key, parent, part, isContainer })
    if (isContainer) parent = key
  }
  return columns
}

/** The document that a heading belongs to: named in it, or told by what it asks for. */
export const rootOf = ({ cells }: Row, vocabulary: Vocabulary): AsycudaRoot => {
  const names = cells.map(([, text]) => vocabulary.canonical(text, ''))
  const named = names.flatMap((name) => ASYCUDA_ROOTS.get(name) ?? [])[0]
  const usual = ASYCUDA_ROOTS.get(names.includes('master_bol') ? 'awbolds' : 'awmds')
  return named ?? usual ?? { name: 'Awmds', function: 'original', houses: false, shortDates: null }
}
