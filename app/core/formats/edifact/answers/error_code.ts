/** UN 9321 has eight characters. */
const LENGTH = 8
const LAYER = 3

/**
 * The code of a Problem in eight characters: its layer, then the start of its first word and of
 * its last (`SYN-COUNT` → `SYNCOUNT`, `REF-CHECKDIGIT-CTN` → `REFCHCTN`). The text behind it
 * carries the code in full.
 */
export const errorCode = (code: string): string => {
  const [layer = '', first = '', ...more] = code.split('-')
  const last = more.at(-1)
  const rest = last === undefined ? first : first.slice(0, 2) + last
  return (layer.slice(0, LAYER) + rest).slice(0, LENGTH)
}
