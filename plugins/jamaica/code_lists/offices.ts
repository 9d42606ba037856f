import type { CodeListEdition } from '#sdk'

/**
 * Customs ports and airports by their UN/LOCODE (edition 2024-2, names as there). Jamaica Customs publishes no list of
 * its ASYCUDA office codes for reuse: codes of its own, such as one for each terminal, come with an edition made by it.
 */
export const OFFICES: CodeListEdition = {
  code: 'jamaica.offices',
  edition: '2024-2',
  effectiveFrom: '2024-12-01',
  title: 'jamaica.list_offices',
  names: 'office',
  rows: [
    { code: 'JMKIN', name: 'Kingston' },
    { code: 'JMMBJ', name: 'Montego Bay' },
    { code: 'JMFMH', name: 'Falmouth' },
    { code: 'JMOCJ', name: 'Ocho Rios' },
    { code: 'JMPEV', name: 'Port Esquivel' },
    { code: 'JMPKS', name: 'Port Kaiser' },
    { code: 'JMPOT', name: 'Port Antonio' },
    { code: 'JMPRH', name: 'Port Rhoades' },
  ],
}
