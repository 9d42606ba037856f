/** Packs a three-letter tag into one number, so that comparing needs no string. */
export const packTag = (tag: string): number => (tag.charCodeAt(0) << 16) | (tag.charCodeAt(1) << 8) | tag.charCodeAt(2)

const NAMES = new Map<number, string>()

/** The tag a number stands for; the same string each time, so that a table of segments holds each tag once. */
export const tagName = (packed: number): string => {
  let name = NAMES.get(packed)
  if (name === undefined) {
    name = String.fromCharCode((packed >> 16) & 0xff, (packed >> 8) & 0xff, packed & 0xff)
    NAMES.set(packed, name)
  }
  return name
}

export const isLetter = (unit: number): boolean => unit >= 65 && unit <= 90

/** Segments of free text, where an apostrophe without release character is met. */
export const TEXT_TAGS: ReadonlySet<number> = new Set(
  ['NAD', 'FTX', 'PCI', 'CTA', 'GID', 'TDT', 'AUT', 'IMD'].map(packTag)
)

/** Segments that a line may begin with where the terminator before them was lost. */
export const STRUCTURE_TAGS: ReadonlySet<number> = new Set(
  ['UNH', 'UNT', 'UNZ', 'CNI', 'GID', 'EQD', 'NAD', 'LOC', 'RFF', 'FTX', 'MEA', 'CNT', 'GIS', 'TDT', 'DTM', 'SGP'].map(
    packTag
  )
)

/** Service segments: they end a Message that lacks its UNT. */
export const SERVICE_TAGS: ReadonlySet<string> = new Set(['UNA', 'UNB', 'UNG', 'UNH', 'UNE', 'UNZ'])

/** Tags a cargo report may hold in any directory from D.95B to D.16A; others are passed over with a Problem. */
export const CARGO_TAGS: ReadonlySet<string> = new Set(
  (
    'UNH BGM DTM RFF NAD FTX TDT LOC GIS GEI EQD TSR MEA DIM SEL TMP RNG CNT CNI MOA CUX CPI QTY GID PAC HAN SGP DGS ' +
    'PCI CST DOC AUT CTA COM TMD UNS UNT INP GDS PIA'
  ).split(' ')
)
