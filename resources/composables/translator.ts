import { IntlMessageFormat } from 'intl-messageformat'
import type { Sentence } from '../props/shared.js'
import { visibleText } from './visible_text.js'

export type Params = Record<string, string | number>

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Latin digits in every language: numbers are read aloud on the quay and typed into other systems. */
export const numberedLocale = (code: string) => (code.includes('-u-') ? code : `${code}-u-nu-latn`)

/** Isolates of a sentence that was translated before (balanced) stay; every other control is marked. */
const shown = (value: string) => {
  const parts = value.split(/([\u2068\u2069])/u)
  let depth = 0
  const balanced = parts.every((part) => {
    depth += part === FIRST_STRONG_ISOLATE ? 1 : part === POP_ISOLATE ? -1 : 0
    return depth >= 0
  })
  if (!balanced || depth !== 0) return visibleText(value)
  return parts
    .map((part) => (part === FIRST_STRONG_ISOLATE || part === POP_ISOLATE ? part : visibleText(part)))
    .join('')
}

/** Values from outside cannot disguise or turn the sentence they stand in. */
const guarded = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? FIRST_STRONG_ISOLATE + shown(value) + POP_ISOLATE : value,
    ])
  )

/**
 * Values that choose a branch of a `select` must stay bare; everything else is isolated.
 * ICU gives no hook for it, so the names of such arguments are read from the text once.
 */
const selectors = (text: string) => new Set([...text.matchAll(/\{\s*(\w+)\s*,\s*select/g)].map((found) => found[1]!))

interface Compiled {
  format: IntlMessageFormat
  bare: ReadonlySet<string>
}

/**
 * Translates ICU texts of one language. A missing key gives the key itself between
 * marks, never a blank; in development it is also reported.
 */
export class Translator {
  readonly #compiled = new Map<string, Compiled>()
  readonly #locale: string

  constructor(
    code: string,
    private readonly messages: Readonly<Record<string, string>>,
    private readonly report: (key: string) => void
  ) {
    this.#locale = numberedLocale(code)
  }

  has(key: string) {
    return this.messages[key] !== undefined
  }

  text(key: string, params: Params = {}): string {
    const compiled = this.#compile(key)
    if (!compiled) {
      this.report(key)
      return `⟦${key}⟧`
    }
    const values = guarded({ ...params, ...this.#translated(params) })
    for (const name of compiled.bare) if (params[name] !== undefined) values[name] = params[name]
    return String(compiled.format.format(this.#complete(key, values)))
  }

  /** A parameter `<name>Key` holds the key of a text, `<name>Keys` several: their translation stands as `<name>`. */
  #translated(params: Params): Params {
    const words: Params = {}
    for (const [name, value] of Object.entries(params)) {
      const [, bare, many] = /^(\w+?)Key(s?)$/.exec(name) ?? []
      if (bare === undefined || typeof value !== 'string') continue
      words[bare] = many ? this.#list(value.split(' ')) : this.text(value)
    }
    return words
  }

  #list(keys: readonly string[]): string {
    return keys.map((key) => this.text(key)).join(this.#locale.startsWith('ar') ? '، ' : ', ')
  }

  /** A value that was not handed in stands as its name: one wrong sentence never costs the page. */
  #complete(key: string, values: Params): Params {
    return new Proxy(values, {
      has: () => true,
      get: (given, name) => {
        const value = given[String(name)]
        if (value !== undefined) return value
        this.report(`${key} {${String(name)}}`)
        return `{${String(name)}}`
      },
    })
  }

  sentence(sentence: Sentence): string {
    return this.text(sentence.key, sentence.params)
  }

  #compile(key: string) {
    const known = this.#compiled.get(key)
    if (known) return known
    const text = this.messages[key]
    if (text === undefined) return undefined
    const compiled = { format: new IntlMessageFormat(text, this.#locale), bare: selectors(text) }
    this.#compiled.set(key, compiled)
    return compiled
  }
}
