import { chunksOf, FORMAT_VERSION, type FamilyReader } from '../family.js'
import { declaredCharset, TextDecoding } from '../xml/decoding.js'
import { ElementReader } from '../xml/element_reader.js'
import { XML_LIMITS } from '../xml/limits.js'
import { UnitText } from '../xml/unit_text.js'
import { DocumentHandler } from './document_handler.js'

/** Reads ASYCUDA manifest XML; holds one document at a time, and of its text one consignment. */
export const readAsycuda: FamilyReader = async function* (source, options) {
  const limits = { ...XML_LIMITS, ...options.xmlLimits }
  const units = new UnitText(source.width)
  const skipped = source.mark?.length ?? 0
  const declared = declaredCharset(new UnitText(source.width).text(source.head.subarray(skipped, skipped + 512)))
  const known = source.mark && source.width === 'bytes' ? 'utf-8' : declared
  const decoding = new TextDecoding(known, options.fallbackCharset, source.width === 'bytes' ? null : source.width)
  const handler = new DocumentHandler({ options, limits, decoding, declared: known, stride: units.stride })
  const reader = new ElementReader(handler, handler, limits, skipped / units.stride)
  const written = source.width === 'bytes' ? known : source.width
  if (declared !== null && declared !== written && !declared.startsWith('utf-16'))
    handler.charset(declared, written ?? declared)
  let bytes = 0
  for await (const chunk of chunksOf(source)) {
    const room = chunk.subarray(bytes === 0 ? skipped : 0, Math.max(limits.documentBytes - bytes, 0))
    reader.push(units.text(room))
    bytes += chunk.length
    yield* handler.messages.splice(0)
    if (bytes > limits.documentBytes) reader.stop('bytes')
    if (reader.isStopped) break
  }
  reader.finish()
  handler.finish()
  yield* handler.messages.splice(0)
  return {
    format: 'ASYCUDA',
    formatVersion: FORMAT_VERSION,
    charset: decoding.used,
    problems: handler.problems.all(),
  }
}
