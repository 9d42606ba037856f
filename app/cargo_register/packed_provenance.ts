import type { Provenance } from '#core/cargo/consignment'
import type { SourceRef } from '#core/kernel/source_ref'
import { ByteReader, ByteWriter } from '#platform/database/counted_bytes'

/** Leads what is packed; rows of before were JSON and begin with a brace. */
const PACKED = 2

const writer = new ByteWriter()

/**
 * Provenance is as large as the document itself and read only when somebody looks at the original: each value's
 * path, then its places, each told by what differs from the place before. A third of the same as JSON.
 */
export function packProvenance(provenance: Provenance): Buffer {
  writer.begin()
  writer.byte(PACKED)
  let before: Place = START
  for (const [path, refs] of Object.entries(provenance)) {
    writer.text(path)
    writer.count(refs.length)
    for (const ref of refs) before = writePlace(ref, before)
  }
  return writer.end()
}

type Place = Pick<SourceRef, 'message' | 'segment' | 'line' | 'offset'>
const START: Place = { message: 0, segment: 0, line: 0, offset: 0 }

/** 0 where no element or component is named; an empty path where the format has none. */
function writePlace(ref: SourceRef, before: Place): Place {
  writer.text(ref.tag)
  writer.difference(ref.message - before.message)
  writer.difference(ref.segment - before.segment)
  writer.difference(ref.line - before.line)
  writer.difference(ref.offset - before.offset)
  writer.count(ref.length)
  writer.count(ref.element ?? 0)
  writer.count(ref.component ?? 0)
  writer.text(ref.path ?? '')
  return ref
}

export function unpackProvenance(bytes: Buffer): Provenance {
  if (bytes[0] !== PACKED) return fromRows(JSON.parse(bytes.toString('utf8')) as ProvenanceRows)
  const reader = new ByteReader(bytes, 1)
  const provenance: Record<string, SourceRef[]> = {}
  let before: Place = START
  while (!reader.atEnd) {
    const path = reader.text()
    const refs: SourceRef[] = []
    for (let left = reader.count(); left > 0; left--) {
      const ref = readPlace(reader, before)
      refs.push(ref)
      before = ref
    }
    provenance[path] = refs
  }
  return provenance
}

function readPlace(reader: ByteReader, before: Place): SourceRef {
  const tag = reader.text()
  const message = before.message + reader.difference()
  const segment = before.segment + reader.difference()
  const line = before.line + reader.difference()
  const offset = before.offset + reader.difference()
  const length = reader.count()
  return refOf([message, segment, tag, line, reader.count(), reader.count(), offset, length, reader.text()])
}

/** `[message, segment, tag, line, element, component, offset, length, path]`, as it was stored before it was packed. */
type SourceRow = [number, number, string, number, number, number, number, number, path?: string]
type ProvenanceRows = Record<string, SourceRow[]>

const fromRows = (rows: ProvenanceRows): Provenance =>
  Object.fromEntries(Object.entries(rows).map(([path, refs]) => [path, refs.map(refOf)]))

const refOf = ([message, segment, tag, line, element, component, offset, length, path]: SourceRow): SourceRef => ({
  message,
  segment,
  tag,
  line,
  offset,
  length,
  ...(element && { element }),
  ...(component && { component }),
  ...(path && { path }),
})
