import type { CodeListEdition } from '#sdk'

/**
 * Customs offices by the GS1 location number that messages are addressed to. No list in force is
 * published for reuse: these are the numbers seen in traffic of 2015 to 2020, each always with the
 * one port of discharge it is named after. Other numbers stay as filed.
 */
export const OFFICES: CodeListEdition = {
  code: 'guatemala.offices',
  edition: '2020-07',
  effectiveFrom: '2015-01-01',
  title: 'guatemala.list_offices',
  names: 'office',
  rows: [
    { code: '7409000030070', name: 'Aduana Puerto Quetzal' },
    { code: '7409000030162', name: 'Aduana Santo Tomás de Castilla' },
    { code: '7409000030179', name: 'Aduana Puerto Barrios' },
  ],
}
