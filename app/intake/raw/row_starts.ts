const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x27
const RELEASE = 0x3f
const LESS = 0x3c
const GREATER = 0x3e

/** What stands on a row of its own in a message of this format. */
export const rowsBy = (format: string | null): 'segments' | 'elements' =>
  format === 'ASYCUDA' ? 'elements' : 'segments'

/** Width of a character that separates rows, by character set. */
export const widthOf = (charset: string | null): 1 | 2 => (charset?.startsWith('utf-16') ? 2 : 1)

/**
 * Where the rows of a raw message start, in bytes. A row is a line, and a segment or element where
 * many stand on one line (an interchange or a manifest is often a single line of megabytes). The last
 * entry is the size.
 */
export async function rowStarts(
  bytes: AsyncIterable<Uint8Array>,
  width: 1 | 2,
  by: 'segments' | 'elements' = 'segments'
): Promise<number[]> {
  const starts = [0]
  let size = 0
  let before = 0
  let ended = false
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (width === 2 && byte === 0) continue
      const breaks = byte === NEWLINE || byte === RETURN
      const isElement = by === 'elements' && byte === LESS && before === GREATER
      if ((ended && !breaks) || isElement) starts.push(size + at - ((size + at) % width))
      if (!breaks) ended = false
      if (breaks || (by === 'segments' && byte === QUOTE && before !== RELEASE)) ended = true
      before = byte === RELEASE && before === RELEASE ? 0 : byte
    }
    size += chunk.length
  }
  return [...starts, size]
}

/** Index of the row that holds a byte. */
export const rowAt = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
