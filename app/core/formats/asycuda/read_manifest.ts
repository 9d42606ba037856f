import { problem } from '../../kernel/problem_codes.js'
import { chunksOf, FORMAT_VERSION, type FamilyReader } from '../family.js'
import type { FileReading } from '../format.js'
import type { NotReadApart } from '../read_apart.js'
import { readAsycuda } from './read_asycuda.js'

/** Larger manifests are read outside of this process, where the options say how. */
export const LARGE_XML = 5 * 1024 * 1024

/** Reads ASYCUDA manifest XML here when it is small, else outside of this process. */
export const readManifest: FamilyReader = async function* (source, options) {
  const { readApart, profiles, fallbackCharset, xmlLimits } = options
  if (!readApart) return yield* readAsycuda(source, options)
  const chunks = chunksOf(source)
  const first: Uint8Array[] = []
  let isWhole = false
  for (let bytes = 0; bytes <= LARGE_XML && !isWhole;) {
    const { done, value } = await chunks.next()
    if (done) isWhole = true
    else {
      first.push(value)
      bytes += value.length
    }
  }
  const [head = source.head, ...rest] = first
  if (isWhole) return yield* readAsycuda({ ...source, head, rest: each(rest) }, options)
  const own = profiles.filter(({ message }) => message === 'ASYCUDA')
  const read = yield* readApart(each(first, chunks), { profiles: own, fallbackCharset, xmlLimits })
  return read.ok ? read.value : NOT_READ[read.error]
}

async function* each(first: readonly Uint8Array[], rest?: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* first
  if (rest) yield* rest
}

const unread = { format: null, formatVersion: FORMAT_VERSION, charset: null }
const NOT_READ: Readonly<Record<NotReadApart, FileReading>> = {
  limits: { ...unread, problems: [problem('SYN-LIMIT', { severity: 'fatal' })] },
  failed: { ...unread, problems: [problem('SYN-NOT-UNDERSTOOD', { params: { looksLike: 'xml' } })] },
}
