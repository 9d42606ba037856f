import { storable } from '../characters/text.js'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => storable(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** Writes a document of elements and texts, indented, in UTF-8. What is `null` or empty is left out. */
export class XmlWriter {
  readonly #lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  #depth = 0

  /** An element around what `inside` writes; left out when that writes nothing. */
  element(name: string, inside: () => void): void {
    const before = this.#lines.length
    this.#line(`<${name}>`)
    this.#depth += 1
    inside()
    this.#depth -= 1
    if (this.#lines.length === before + 1) this.#lines.pop()
    else this.#line(`</${name}>`)
  }

  text(name: string, value: string | number | null | undefined): void {
    if (value !== null && value !== undefined && value !== '')
      this.#line(`<${name}>${escaped(String(value))}</${name}>`)
  }

  finish(): Uint8Array {
    return new TextEncoder().encode(`${this.#lines.join('\n')}\n`)
  }

  #line(text: string): void {
    this.#lines.push('  '.repeat(this.#depth) + text)
  }
}
