/** A CUSCAR with a right envelope around header and consignment segments. */
export const cuscar = (...segments: readonly string[]): string => {
  const body = ['UNH+1+CUSCAR:D:96B:UN', ...segments]
  return [
    "UNB+UNOC:3+SENDER+CUSTOMS+261121:0800+77'",
    ...body.map((segment) => `${segment}'`),
    `UNT+${body.length + 1}+1'`,
    "UNZ+1+77'",
  ].join('\n')
}

export const HEADER = [
  'BGM+785+MAN0001+9',
  'TDT+20+026W+1++XCAR:172:20:EXAMPLE LINE+++9074729:146:11:NORTHERN EXAMPLE:PA',
]
/** A consignment with goods and nothing to complain about. */
export const PLAIN = [
  'CNI+1+BL0001',
  'RFF+BM:BL0001',
  'LOC+9+CNSHA',
  'LOC+11+JMKIN',
  'GID+1+10:CT',
  'FTX+AAA+++TILES',
  'MEA+AAX+G+KGM:1000',
]
