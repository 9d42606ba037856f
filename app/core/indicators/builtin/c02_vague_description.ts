import { normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { withoutPacking } from '../description_words.js'
import type { ReferenceListEdition, ReferenceRow } from '../reference_lists.js'
import { inOrder } from '../list_index.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/**
 * The whole description is a vague term, counts and packing words apart. A vague word inside a longer
 * text does not hit. Words of consolidation (`at_master` false) are fine on a master, not on a house.
 */
export const vagueDescription = defineIndicator({
  code: 'C02',
  version: 1,
  title: 'targeting.indicator_c02',
  layer: 'deductive',
  group: 'commodity',
  points: 15,
  threats: ['ALL', 'DQ'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['goods.description', 'consignment.level'],
  lists: ['vague_descriptions'],
  assess({ facts, lists }) {
    const list = lists.get('vague_descriptions')
    if (list === null) return noList('vague_descriptions')
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const level = facts.get('consignment.level')
    if (!level.known) return unknown('consignment.level', level.why)
    const terms = termsOf(list)
    const rows = description.value
      .split(' / ')
      .map((item) => terms.get(normaliseText(item)) ?? terms.get(withoutPacking(item)))
    const vague = rows.filter((row) => row !== undefined && (level.value !== 'master' || isVagueAtMaster(row)))
    if (vague.length < rows.length)
      return clear('targeting.nearest_vague', { count: vague.length, of: rows.length }, vague.length > 0 ? 0.3 : 1)
    return hit({
      because: 'targeting.evidence_vague',
      params: { description: description.value, edition: list.edition },
      paths: description.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})

const isVagueAtMaster = (row: ReferenceRow): boolean => row['at_master'] !== false

const compiled = new WeakMap<ReferenceListEdition, ReadonlyMap<string, ReferenceRow>>()

const termsOf = (list: ReferenceListEdition): ReadonlyMap<string, ReferenceRow> => {
  const terms =
    compiled.get(list) ?? new Map(inOrder(list.rows).map((row) => [normaliseText(String(row['term'])), row]))
  compiled.set(list, terms)
  return terms
}
