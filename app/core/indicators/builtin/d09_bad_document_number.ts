import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** A transport document number that cannot be one: an air waybill whose check digit does not fit, or a placeholder. */
export const badDocumentNumber = defineIndicator({
  code: 'D09',
  version: 1,
  title: 'targeting.indicator_d09',
  layer: 'inductive',
  group: 'document',
  points: 8,
  threats: ['DQ'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignment.reference', 'conveyance.mode', 'consignment.level'],
  assess({ facts }) {
    const reference = facts.get('consignment.reference')
    if (!reference.known) return unknown('consignment.reference', reference.why)
    const number = reference.value
    const fault = (because: 'targeting.evidence_awb' | 'targeting.evidence_placeholder_number') =>
      hit({ because, params: { number }, paths: reference.from })
    if (isPlaceholder(number)) return fault('targeting.evidence_placeholder_number')
    const mode = facts.get('conveyance.mode')
    if (!mode.known) return unknown('conveyance.mode', mode.why)
    const level = facts.get('consignment.level')
    if (!level.known) return unknown('consignment.level', level.why)
    // House numbers are the forwarder's own.
    if (mode.value !== 'air' || level.value === 'house') return clear('targeting.nearest_number', { number })
    const awb = /^(\d{3})\D?(\d{7})(\d)$/.exec(number.replace(/\s/g, ''))
    if (awb !== null && Number(awb[2]) % 7 === Number(awb[3])) return clear('targeting.nearest_number', { number })
    return fault('targeting.evidence_awb')
  },
})

const NOTHING = /^(?:TBA|TBN|TBC|NA|NIL|NONE|UNKNOWN|TEST|DUMMY|X+|SN|SIN NUMERO|PENDING|PENDIENTE)$/

/** One sign over and over, a plain count, or a word that stands for a number to come. */
const isPlaceholder = (number: string): boolean => {
  const signs = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return /^(.)\1*$/.test(signs) || '12345678901234567890'.startsWith(signs) || NOTHING.test(signs)
}
