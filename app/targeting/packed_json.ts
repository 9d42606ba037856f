import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Leads what is packed; a text that was stored before packing begins with its own brace. */
const DEFLATED = 1
const ZSTD = 2
/** Keys and sentences repeat in every snapshot and result: the fastest level takes four fifths off. */
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** JSON made small for a row that is written for every consignment and read for few. */
export const packJson = (text: string): Buffer => Buffer.concat([Buffer.of(ZSTD), zstdCompressSync(text, FASTEST)])

export const unpackJson = <T>(bytes: Buffer): T => JSON.parse(textOf(bytes).toString('utf8')) as T

function textOf(bytes: Buffer): Buffer {
  if (bytes[0] === ZSTD) return zstdDecompressSync(bytes.subarray(1))
  return bytes[0] === DEFLATED ? inflateRawSync(bytes.subarray(1)) : bytes
}
