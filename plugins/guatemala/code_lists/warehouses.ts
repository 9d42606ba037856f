import type { CodeListEdition } from '#sdk'

/**
 * Places of storage (LOC 88) by GS1 location number, as seen in traffic of 2015 to 2020: one for
 * each sea port. Who keeps them is not told by the messages, so the rows say only where they are.
 */
export const WAREHOUSES: CodeListEdition = {
  code: 'guatemala.warehouses',
  edition: '2020-07',
  effectiveFrom: '2015-01-01',
  title: 'guatemala.list_warehouses',
  names: 'warehouse',
  rows: [
    { code: '7400000000087', name: 'Recinto portuario Puerto Quetzal' },
    { code: '7400000000094', name: 'Recinto portuario Santo Tomás de Castilla' },
    { code: '7400000000100', name: 'Recinto portuario Puerto Barrios' },
  ],
}
