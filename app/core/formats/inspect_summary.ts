import type { Severity } from '../kernel/problem.js'
import type { InspectedFile } from './inspect.js'

/** What many files hold together, as `intake:inspect --summary --json` prints it. Most frequent first. */
export interface InspectionSummary {
  readonly files: number
  readonly notUnderstood: number
  /** Paths whose bytes could not be had; they are no files of the others. */
  readonly unreadable: number
  readonly messages: number
  readonly consignments: number
  readonly equipment: number
  readonly segments: number
  /** Messages by type, `?` where untold. */
  readonly types: Readonly<Record<string, number>>
  /** Cargo reports by what they want done. */
  readonly functions: Readonly<Record<string, number>>
  readonly problems: readonly ProblemTotal[]
  /** From the first byte of the first file to the last of the last, reading them included. */
  readonly seconds: number
  readonly filesPerSecond: number
}

export interface ProblemTotal {
  readonly code: string
  readonly severity: Severity
  readonly count: number
  /** Files that have it. */
  readonly files: number
  /** The first of them. */
  readonly example: string
}

/** Totals over many files; what they cost in memory grows with the kinds of things met, not with the files. */
export class InspectionTotals {
  readonly #types = new Map<string, number>()
  readonly #functions = new Map<string, number>()
  readonly #problems = new Map<string, ProblemTotal>()
  readonly #counts = {
    files: 0,
    notUnderstood: 0,
    unreadable: 0,
    messages: 0,
    consignments: 0,
    equipment: 0,
    segments: 0,
  }

  add({ inspection, types, functions }: InspectedFile): void {
    const { file, format, messages, consignments, equipment, counts, problems } = inspection
    this.#counts.files += 1
    this.#counts.notUnderstood += format === null ? 1 : 0
    this.#counts.messages += messages
    this.#counts.consignments += consignments
    this.#counts.equipment += equipment
    this.#counts.segments += counts.segments
    for (const type of types) raise(this.#types, type)
    for (const filed of functions) raise(this.#functions, filed)
    const here = new Set<string>()
    for (const { code, severity } of problems) {
      const key = `${code} ${severity}`
      const known = this.#problems.get(key) ?? { code, severity, count: 0, files: 0, example: file }
      const files = known.files + (here.has(key) ? 0 : 1)
      this.#problems.set(key, { ...known, count: known.count + 1, files })
      here.add(key)
    }
  }

  addUnreadable(): void {
    this.#counts.unreadable += 1
  }

  summary(seconds: number): InspectionSummary {
    return {
      ...this.#counts,
      types: Object.fromEntries(sorted(this.#types)),
      functions: Object.fromEntries(sorted(this.#functions)),
      problems: [...this.#problems.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
      seconds: rounded(seconds, 3),
      filesPerSecond: seconds > 0 ? rounded(this.#counts.files / seconds, 1) : 0,
    }
  }
}

/** One line a figure, in blocks. */
export const summaryText = (summary: InspectionSummary): string => {
  const { types, functions, problems, seconds, filesPerSecond, notUnderstood, unreadable, ...counts } = summary
  return [
    ...Object.entries({ ...counts, 'not understood': notUnderstood, 'not readable': unreadable }).map(([name, count]) =>
      line(count, name)
    ),
    line(seconds, 'seconds'),
    line(filesPerSecond, 'files a second'),
    ...block('messages by type', Object.entries(types)),
    ...block('cargo reports by function', Object.entries(functions)),
    ...block(
      'problems by code',
      problems.map(({ code, severity, count, files, example }) => [
        `${code} (${severity}) in ${files} ${files === 1 ? 'file' : 'files'}, as ${example}`,
        count,
      ])
    ),
  ].join('\n')
}

const raise = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const sorted = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))

const line = (count: number, name: string): string => `${String(count).padStart(10)}  ${name}`

const block = (title: string, counts: readonly (readonly [string, number])[]): readonly string[] =>
  counts.length === 0 ? [] : ['', title, ...counts.map(([name, count]) => line(count, name))]

const rounded = (value: number, places: number): number => Number(value.toFixed(places))
