import type { Vocabulary } from '../xml/vocabulary.js'
import { CONTAINERS, LEAVES } from './elements.js'
import type { AsycudaReading } from './reading.js'

const GROUPS: ReadonlySet<string> = new Set(['ctn_segment', 'goods_segment', 'vehicle_segment'])

/** A flood of names is not kept. */
const MOST = 500

/** Names as printed in guides and typed into headings: case, blanks and dashes say nothing. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** The elements of ASYCUDA manifests under all the names they are met by. */
export const asycudaVocabulary = ({ aliases }: AsycudaReading): Vocabulary => {
  const named = new Map(Object.entries(aliases))
  /** What was looked up, by parent: the same few names come millions of times. */
  const found = new Map<string, Map<string, string>>()
  return {
    canonical(name, parent) {
      const known = found.get(parent)?.get(name)
      if (known !== undefined) return known
      const filed = plain(name)
      const canonical = named.get(`${parent}/${filed}`) ?? named.get(filed) ?? filed
      const below = found.get(parent)
      if (below && below.size < MOST) below.set(name, canonical)
      else if (found.size < MOST) found.set(parent, new Map([[name, canonical]]))
      return canonical
    },
    isLeaf: (canonical) => LEAVES.has(canonical),
    isKnown: (canonical) => LEAVES.has(canonical) || CONTAINERS.has(canonical),
    endsBefore(open, next) {
      if (next === 'bol_segment')
        return open === 'bol_segment' || CONTAINERS.get(open) === 'consignment' || GROUPS.has(open)
      const part = CONTAINERS.get(next)
      return GROUPS.has(open) && (part === 'consignment' || GROUPS.has(next))
    },
  }
}
