import { inflateSync } from 'node:zlib'

/** Streams of a PDF, unpacked, by the dictionary in front of each: enough to find what is enclosed, without the maker's library. */
function* streamsOf(pdf: Buffer): Generator<{ dictionary: string; bytes: Buffer }> {
  const text = pdf.toString('latin1')
  for (const { index, 0: found } of text.matchAll(/<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>\s*stream\r?\n/g)) {
    const from = index + found.length
    const packed = pdf.subarray(from, text.indexOf('endstream', from))
    const bytes = found.includes('FlateDecode') ? inflateSync(packed) : packed
    yield { dictionary: found, bytes }
  }
}

/** The first file that is enclosed in a document. */
export function enclosedIn(pdf: Buffer): Buffer {
  for (const { dictionary, bytes } of streamsOf(pdf)) if (dictionary.includes('/EmbeddedFile')) return bytes
  throw new Error('nothing is enclosed')
}
