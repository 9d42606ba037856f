/** Byte strings of many rows in one, with where each lies: positions from 1, as SQL's `substring(all from at for length)` counts. */
export interface Slices {
  all: Buffer
  at: number[]
  length: number[]
}

/**
 * Bytes of many rows as one binary parameter. In an array, or in JSON, they would be written as hexadecimal
 * or base64 and read back, which takes longer than storing them.
 */
export function slicesOf(parts: readonly Uint8Array[]): Slices {
  const at: number[] = []
  const length: number[] = []
  let end = 1
  for (const part of parts) {
    at.push(end)
    length.push(part.byteLength)
    end += part.byteLength
  }
  return { all: Buffer.concat(parts), at, length }
}
