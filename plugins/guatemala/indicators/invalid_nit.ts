import { clear, definePluginIndicator, hit, unknown } from '#sdk'

/** The consignee's taxpayer number fails its check digit: mistyped, or made up. */
export const INVALID_NIT = definePluginIndicator({
  code: 'guatemala.invalid_nit',
  version: 1,
  title: 'guatemala.indicator_invalid_nit',
  layer: 'deductive',
  group: 'party',
  points: 15,
  threats: ['ALL', 'REV', 'DQ'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['guatemala:consignee_nit_valid'],
  example: { 'guatemala:consignee_nit_valid': false },
  assess({ facts }) {
    const valid = facts.get('guatemala:consignee_nit_valid')
    if (!valid.known) return unknown('guatemala:consignee_nit_valid', valid.why)
    if (valid.value === true) return clear('guatemala.nearest_nit', {})
    return hit({ because: 'guatemala.evidence_nit', params: {}, paths: valid.from })
  },
})
