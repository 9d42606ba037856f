import type { Consignment, Provenance } from '#core/cargo/consignment'
import type { SourceRef } from '#core/kernel/source_ref'
import type { CourtFact } from '../content.js'

/** Every value that was filed, in the order of the document, with its places in the original bytes. */
export function factsOf(consignment: Consignment, provenance: Provenance): CourtFact[] {
  const facts: CourtFact[] = []
  const { sequence: _, ...document } = consignment
  collect('', document, provenance, facts)
  return facts
}

function collect(path: string, value: unknown, provenance: Provenance, facts: CourtFact[]): void {
  if (value === null || value === undefined || /\.sequence$/.test(path)) return
  if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value))
      collect(path === '' ? name : `${path}.${name}`, inner, provenance, facts)
    return
  }
  facts.push({ path, value: String(value), where: placesOf(path, provenance).map(placeOf) })
}

/** A part of a value that was read as one stands where the whole stands; a value that was derived stands nowhere. */
function placesOf(path: string, provenance: Provenance): readonly SourceRef[] {
  const refs = provenance[path]
  if (refs !== undefined && refs.length > 0) return refs
  const above = path.replace(/\.[^.]+$/, '')
  return above === path ? [] : placesOf(above, provenance)
}

const placeOf = ({ message, segment, tag, line, offset, length, element, component, path }: SourceRef) => ({
  message,
  segment,
  tag,
  line,
  place: path ?? [element, component].filter((each) => each !== undefined).join('.'),
  offset,
  length,
})
