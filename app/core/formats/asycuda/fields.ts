import type { LocalTime } from '../../kernel/instant.js'
import type { ProblemCode, ProblemDetails } from '../../kernel/problem_codes.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import type { Place } from '../../cargo/consignment.js'
import type { ReferenceData } from '../../reference/reference_data.js'
import { parseNumber } from '../parts/number.js'
import type { ProblemCollector } from '../problem_collector.js'
import { parseManifestDate } from './dates.js'
import type { Filed } from '../parts/filed.js'
import type { AsycudaReading } from './reading.js'
import type { Leaf, Scope } from './scope.js'

export interface Context {
  readonly reading: AsycudaReading
  readonly reference: ReferenceData
  readonly problems: ProblemCollector
}

const ZEROS = /^0+(?:\.0+)?$/

/** Reads values of one part of a manifest, and says what is wrong with them and where. */
export class Fields {
  readonly context: Context
  readonly #consignment: number | undefined
  readonly #placeholders: ReadonlySet<string>

  constructor(context: Context, consignment?: number) {
    this.context = context
    this.#consignment = consignment
    this.#placeholders = new Set(context.reading.placeholders)
  }

  report(code: ProblemCode, details: ProblemDetails): void {
    this.context.problems.add(code, { consignment: this.#consignment, ...details })
  }

  /** Everything filed under an element that says something; defaults of generators are reported and left out. */
  leaves(scope: Scope, key: string): readonly Leaf[] {
    return scope.all(key).filter((leaf) => !this.#isPlaceholder(leaf))
  }

  /** The first value of an element; another one beside it is reported. `null` when nothing was filed. */
  text(scope: Scope, key: string): Filed | null {
    const [first, ...others] = this.leaves(scope, key)
    for (const other of others) if (other.text !== first?.text) this.#skipped(other)
    return first ? filed(first) : null
  }

  /** A code or number of a document: upper case; zeros stand for nothing. */
  code(scope: Scope, key: string): Filed | null {
    const found = this.text(scope, key)
    if (!found || ZEROS.test(found.value)) return null
    return { value: found.value.toUpperCase(), at: found.at }
  }

  number(scope: Scope, key: string): Filed<number> | null {
    const found = this.text(scope, key)
    if (!found) return null
    const { value, repaired } = parseNumber(found.value)
    if (repaired) this.report('SYN-NUMBER', { at: found.at[0], params: { value: found.value } })
    return value === null ? null : { value, at: found.at }
  }

  /** A mass, count or volume of which zero means that nobody entered it. */
  amount(scope: Scope, key: string): Filed<number> | null {
    const found = this.number(scope, key)
    return found && found.value > 0 ? found : null
  }

  /** A mass. Nothing weighs nothing: a zero is reported, and not known. */
  mass(scope: Scope, key: string): Filed<number> | null {
    const found = this.number(scope, key)
    if (!found || found.value > 0) return found
    this.report('SYN-NUMBER', { at: found.at[0], params: { value: String(found.value) } })
    return null
  }

  date(scope: Scope, key: string): Filed<LocalTime> | null {
    const found = this.text(scope, key)
    if (!found) return null
    const parsed = parseManifestDate(found.value, this.context.reading.shortDates)
    if (!parsed || parsed.repaired) this.report('SYN-DATE', { at: found.at[0], params: { value: found.value } })
    return parsed && { value: parsed.value, at: found.at }
  }

  /** What a code means; one that nobody knows is reported and means nothing. */
  meaning<T>(scope: Scope, key: string, table: Readonly<Record<string, T>>): Filed<T> | null {
    for (const { text, at } of this.leaves(scope, key)) {
      const code = text.toUpperCase().replace(/^0+(?=\d)/, '')
      if (Object.hasOwn(table, code)) return { value: table[code] as T, at: [at] }
      this.unknownCode(key, text, at)
    }
    return null
  }

  unknownCode(field: string, value: string, at: SourceRef | undefined): void {
    this.report('REF-CODE', { at, params: { field, value } })
  }

  /** A place by code, else by name. An unknown code stays as filed, with a Problem. */
  place(scope: Scope, key: string, nameKey: string): Filed<Place> | null {
    const code = this.code(scope, key)
    const name = this.text(scope, nameKey)
    if (!code) return name && { value: { code: null, name: name.value, country: null }, at: name.at }
    const info = this.context.reference.place(code.value)
    if (info) return { value: { code: info.code, name: info.name, country: info.country }, at: code.at }
    this.report('REF-LOCODE', { at: code.at[0], params: { value: code.value } })
    const prefix = /^[A-Z]{2}[A-Z0-9]{3}$/.test(code.value) ? code.value.slice(0, 2) : ''
    const country = this.context.reference.country(prefix)?.alpha2 ?? null
    return { value: { code: code.value, name: name?.value ?? null, country }, at: code.at }
  }

  #isPlaceholder({ key, text, at }: Leaf): boolean {
    const value = text.toUpperCase()
    if (!this.#placeholders.has(value)) return false
    const details = { at, params: { field: key, value }, severity: 'info' as const }
    this.context.problems.repeat('SEM-CONSTANT', details, `${key} ${value}`)
    return true
  }

  #skipped({ at }: Leaf): void {
    this.report('SYN-SKIPPED', { at, params: { bytes: at.length } })
  }
}

export const filed = ({ text, at }: Leaf): Filed => ({ value: text, at: [at] })
