import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Leads what is packed; a text that was stored before packing begins with its own brace. */
const PACKED = 1
/** Keys and sentences repeat in every snapshot and result: the fastest level takes three quarters off. */
const LEVEL = 1

/** JSON made small for a row that is written for every consignment and read for few. */
export const packJson = (text: string): Buffer =>
  Buffer.concat([Buffer.of(PACKED), deflateRawSync(text, { level: LEVEL })])

export const unpackJson = <T>(bytes: Buffer): T =>
  JSON.parse((bytes[0] === PACKED ? inflateRawSync(bytes.subarray(1)) : bytes).toString('utf8')) as T
