import { clear, definePluginIndicator, hit, unknown } from '#sdk'

/** The consignee's number cannot be a TRN: mistyped, or made up. */
export const INVALID_TRN = definePluginIndicator({
  code: 'jamaica.invalid_trn',
  version: 1,
  title: 'jamaica.indicator_invalid_trn',
  layer: 'deductive',
  group: 'party',
  points: 10,
  threats: ['ALL', 'REV', 'DQ'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['jamaica:consignee_trn_valid'],
  example: { 'jamaica:consignee_trn_valid': false },
  assess({ facts }) {
    const valid = facts.get('jamaica:consignee_trn_valid')
    if (!valid.known) return unknown('jamaica:consignee_trn_valid', valid.why)
    if (valid.value === true) return clear('jamaica.nearest_trn', {})
    return hit({ because: 'jamaica.evidence_trn', params: {}, paths: valid.from })
  },
})
