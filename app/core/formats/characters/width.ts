/** How many bytes one character unit takes, and in which order: all that splitting needs to know. */
export type Width = 'bytes' | 'utf-16le' | 'utf-16be'

export const strideOf = (width: Width): number => (width === 'bytes' ? 1 : 2)

/** Length of the byte order mark the bytes start with, and the width it tells. */
export const byteOrderMark = (head: Uint8Array): { readonly length: number; readonly width: Width } | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { length: 3, width: 'bytes' }
  if (head[0] === 0xff && head[1] === 0xfe) return { length: 2, width: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { length: 2, width: 'utf-16be' }
  return null
}

/**
 * Tells UTF-16 without a mark by its NUL bytes: Latin text has one in every unit, on one side.
 */
export const widthByNuls = (head: Uint8Array): Width => {
  const seen = [0, 0]
  const even = head.length - (head.length % 2)
  for (let at = 0; at < even; at++) if (head[at] === 0) seen[at % 2] = (seen[at % 2] ?? 0) + 1
  const [first = 0, second = 0] = seen
  const units = even / 2
  if (second > units * 0.6 && first < units * 0.1) return 'utf-16le'
  if (first > units * 0.6 && second < units * 0.1) return 'utf-16be'
  return 'bytes'
}
