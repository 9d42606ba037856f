import type { Separators } from '../separators.js'

/** One data element: a text, or its components. */
export type ElementText = string | readonly string[]

const SPACE = ' '

/** Writes segments with the separators of the partner; a sign in a text is protected, or a blank where nothing protects. */
export class SegmentWriter {
  readonly #separators: Separators
  readonly #special: ReadonlySet<number>
  readonly #parts: string[] = []
  #count = 0

  constructor(separators: Separators) {
    this.#separators = separators
    const { component, element, release, terminator } = separators
    this.#special = new Set([component, element, release, terminator])
  }

  /** Segments written, service segments included. */
  get count(): number {
    return this.#count
  }

  /** Adds a segment; empty elements and components at an end are left out, as the syntax demands. */
  add(tag: string, ...elements: readonly ElementText[]): void {
    const { component, element, terminator } = this.#separators
    const written = elements.map((value) =>
      typeof value === 'string'
        ? this.#protected(value)
        : trimmed(value.map((text) => this.#protected(text))).join(String.fromCharCode(component))
    )
    const body = [tag, ...trimmed(written)].join(String.fromCharCode(element))
    this.#parts.push(body + String.fromCharCode(terminator))
    this.#count += 1
  }

  /** Adds text that stands outside of any segment (the service string advice). */
  addRaw(text: string): void {
    this.#parts.push(text)
  }

  text(): string {
    return this.#parts.join('')
  }

  #protected(text: string): string {
    const { release } = this.#separators
    let written = ''
    let from = 0
    for (let at = 0; at < text.length; at++) {
      if (!this.#special.has(text.charCodeAt(at))) continue
      written += text.slice(from, at) + (release < 0 ? SPACE : String.fromCharCode(release) + text.charAt(at))
      from = at + 1
    }
    return from === 0 ? text : written + text.slice(from)
  }
}

const trimmed = (values: readonly string[]): readonly string[] => {
  let to = values.length
  while (to > 0 && values[to - 1] === '') to -= 1
  return values.slice(0, to)
}
