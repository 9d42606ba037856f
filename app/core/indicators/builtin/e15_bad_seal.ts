import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** A full container without a seal where others have one, or a seal number that cannot be one, or one seal on two boxes. */
export const badSeal = defineIndicator({
  code: 'E15',
  version: 1,
  title: 'targeting.indicator_e15',
  layer: 'inductive',
  group: 'equipment',
  points: 15,
  threats: ['INT', 'NAR'],
  modes: ['sea'],
  args: {},
  reads: ['equipment.seals', 'equipment.unsealed'],
  assess({ facts }) {
    const seals = facts.get('equipment.seals')
    const bad = seals.known ? seals.value.filter((seal, at) => isNoSeal(seal) || seals.value.indexOf(seal) !== at) : []
    if (bad.length > 0 && seals.known)
      return hit({ because: 'targeting.evidence_bad_seal', params: { numbers: bad.join(', ') }, paths: seals.from })
    const bare = facts.get('equipment.unsealed')
    if (bare.known && bare.value.length > 0)
      return hit({
        because: 'targeting.evidence_unsealed',
        params: { numbers: bare.value.join(', ') },
        paths: bare.from,
      })
    return (
      firstMissing(facts, ['equipment.seals', 'equipment.unsealed']) ??
      clear('targeting.nearest_seals', { count: seals.known ? seals.value.length : 0 })
    )
  },
})

/** Too short, one sign over and over, or a word that says there is none. */
const isNoSeal = (seal: string): boolean => {
  const signs = seal.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return (
    signs.length < 4 ||
    /^(.)\1*$/.test(signs) ||
    /^(?:NONE|NOSEAL|SINPRECINTO|SINSELLO|SANSSCELLE|TBA|UNKNOWN)$/.test(signs)
  )
}
