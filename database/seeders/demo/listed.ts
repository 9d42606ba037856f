import type { DemoAdministration } from './traffic.js'

/**
 * What the demo watch lists must name so that the planted stories meet them. Everything is
 * invented; check digits are valid. `database/defaults/demo_watch_lists_{GT,JM}.csv` repeats it.
 */
interface ListedEntry {
  readonly administration: DemoAdministration
  readonly list: string
  readonly kind: 'name' | 'identifier' | 'equipment'
  readonly value: string
  readonly reason: string
}

export const LISTED = {
  gtConsignee: { name: 'IMPORTADORA VALLE HERMOSO DEL NORTE SOCIEDAD ANONIMA', nit: '74402161' },
  gtContainer: 'TGHU7730918',
  jmConsignee: { name: 'Harbour Crest Provisions Ltd', trn: '001755308' },
  jmContainer: 'TEMU6184209',
} as const

// prettier-ignore
export const LISTED_ENTRIES: readonly ListedEntry[] = [
  { administration: 'GT', list: 'companies', kind: 'name', value: LISTED.gtConsignee.name, reason: 'Undervalued footwear in two inspections (demo)' },
  { administration: 'GT', list: 'companies', kind: 'identifier', value: LISTED.gtConsignee.nit, reason: 'Undervalued footwear in two inspections (demo)' },
  { administration: 'GT', list: 'containers', kind: 'equipment', value: LISTED.gtContainer, reason: 'False wall found in 2025 (demo)' },
  { administration: 'JM', list: 'companies', kind: 'name', value: LISTED.jmConsignee.name, reason: 'Cigarettes behind canned food (demo)' },
  { administration: 'JM', list: 'companies', kind: 'identifier', value: LISTED.jmConsignee.trn, reason: 'Cigarettes behind canned food (demo)' },
  { administration: 'JM', list: 'containers', kind: 'equipment', value: LISTED.jmContainer, reason: 'Floor rebuilt, reported by a partner (demo)' },
]
