/** Nature of cargo, UN 7365 = ASYCUDA `Bol_nature`: 22 export, 23 import, 24 transit, 28 transhipment. */
export const NATURES = ['export', 'import', 'transit', 'transhipment'] as const
export type Nature = (typeof NATURES)[number]
export const NATURE_BY_CODE: Readonly<Record<string, Nature>> = {
  22: 'export',
  23: 'import',
  24: 'transit',
  28: 'transhipment',
}

export const MODES = ['sea', 'air', 'road', 'rail', 'post'] as const
export type Mode = (typeof MODES)[number]

/** What a message asks the register to do; UN 1225 and its equivalents (FORMATS section 14). */
export const FILING_FUNCTIONS = [
  'original', // 9, none
  'replace', // 5
  'replace_heading', // 20
  'replace_detail', // 21
  'change', // 4, 36
  'add', // 2, 43
  'delete', // 3
  'cancel', // 1, 50
  'status_only', // 6, 7, 22 (final), 35, and codes that carry no cargo change
  'test', // 53, or the interchange test indicator
] as const
export type FilingFunction = (typeof FILING_FUNCTIONS)[number]

export const PARTY_ROLES = [
  'consignor',
  'consignee',
  'notify',
  'carrier',
  'sender',
  'forwarder',
  'deconsolidator',
  'other',
] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

export type DocumentLevel = 'master' | 'house' | 'straight'
