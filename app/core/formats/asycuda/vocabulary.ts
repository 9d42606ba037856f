import type { Vocabulary } from '../xml/vocabulary.js'
import { CONTAINERS, LEAVES } from './elements.js'
import type { AsycudaReading } from './reading.js'

const GROUPS: ReadonlySet<string> = new Set(['ctn_segment', 'goods_segment', 'vehicle_segment'])

/** Names as printed in guides and typed into headings: case, blanks and dashes say nothing. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** The elements of ASYCUDA manifests under all the names they are met by. */
export const asycudaVocabulary = ({ aliases }: AsycudaReading): Vocabulary => {
  const named = new Map(Object.entries(aliases))
  return {
    canonical(name, parent) {
      const filed = plain(name)
      return named.get(`${parent}/${filed}`) ?? named.get(filed) ?? filed
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
