import type { InspectedFile } from './inspect.js'

/** Totals over many files. */
export class InspectionTotals {
  readonly #types = new Map<string, number>()
  readonly #functions = new Map<string, number>()
  readonly #problems = new Map<string, number>()
  readonly #counts = { files: 0, 'not understood': 0, messages: 0, consignments: 0, equipment: 0, segments: 0 }

  add({ inspection, types, functions }: InspectedFile): void {
    const { format, messages, consignments, equipment, counts, problems } = inspection
    this.#counts.files += 1
    this.#counts['not understood'] += format === null ? 1 : 0
    this.#counts.messages += messages
    this.#counts.consignments += consignments
    this.#counts.equipment += equipment
    this.#counts.segments += counts.segments
    for (const type of types) raise(this.#types, type)
    for (const filed of functions) raise(this.#functions, filed)
    for (const { code, severity } of problems) raise(this.#problems, `${code} (${severity})`)
  }

  /** One line a figure, in blocks; the most frequent first. */
  text(): string {
    return [
      ...Object.entries(this.#counts).map(([name, count]) => line(name, count)),
      ...block('messages by type', this.#types),
      ...block('cargo reports by function', this.#functions),
      ...block('problems by code', this.#problems),
    ].join('\n')
  }
}

const raise = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const line = (name: string, count: number): string => `${String(count).padStart(10)}  ${name}`

const block = (title: string, counts: ReadonlyMap<string, number>): readonly string[] => {
  const sorted = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  return sorted.length === 0 ? [] : ['', title, ...sorted.map(([name, count]) => line(name, count))]
}
