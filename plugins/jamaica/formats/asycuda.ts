import type { AsycudaProfile } from '#sdk'

/**
 * Manifests of ASYCUDA World as filed with Jamaica, directly or through the port community system: Awmds of carriers,
 * Awbolds of deconsolidators, AWAPPEND of co-loaders. Only what differs from the generic reading stands here.
 */
export const JAMAICA_ASYCUDA: AsycudaProfile = {
  code: 'jamaica.asycuda',
  version: 1,
  message: 'ASYCUDA',
  // Offices of ASYCUDA World begin with the country.
  detect: { clues: [{ what: 'recipient', startsWith: 'JM', weight: 1 }], minimum: 0.5 },
  alwaysFiled: [],
  notCarried: ['place.receipt', 'place.receipt.country', 'place.transhipment'],
  reading: {
    // Importers are known by their TRN; an exporter abroad has whatever number its agent gave it.
    identifierTypes: { consignee: 'TRN', notify: 'TRN' },
    mandatory: {
      header: ['customs_office_code', 'voyage_number', 'date_of_departure'],
      consignment: [
        'bol_nature',
        'bol_type_code',
        'place_of_loading_code',
        'place_of_unloading_code',
        'exporter_name',
        'consignee_name',
        'number_of_packages',
        'package_type_code',
        'gross_mass',
        'goods_description',
      ],
    },
  },
}
