import type { Problem, Severity } from '../kernel/problem.js'
import type { SourceRef } from '../kernel/source_ref.js'
import type { ReadMessage } from './format.js'
import { readFile, type ReadOptions } from './read_file.js'

/** What a file holds, as `intake:inspect --json` prints it. */
export interface Inspection {
  readonly file: string
  readonly format: string | null
  /** Directory of its messages; several are joined by `, `. */
  readonly version: string | null
  /** Types of its messages, each once, also those nothing here reads; `?` where untold. */
  readonly types: readonly string[]
  readonly messages: number
  readonly consignments: number
  readonly equipment: number
  readonly counts: {
    readonly equipmentRecords: number
    readonly slots: number
    readonly passengers: number
    readonly segments: number
  }
  readonly problems: readonly { readonly code: string; readonly severity: Severity; readonly at: SourceRef | null }[]
}

/** An inspection with what the totals of many files are made of. */
export interface InspectedFile {
  readonly inspection: Inspection
  /** Message types, `?` where untold. */
  readonly types: readonly string[]
  /** Filing functions of the cargo reports. */
  readonly functions: readonly string[]
}

/** Every Problem of a Message, those of its consignments included. */
export const problemsOf = ({ problems, report }: ReadMessage): readonly Problem[] => [
  ...problems,
  ...(report?.consignments.flatMap((consignment) => consignment.problems) ?? []),
]

/** Reads a file and counts what it holds (DECISIONS, Formats), without storing anything. */
export const inspectFile = async (
  file: string,
  input: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions
): Promise<InspectedFile> => {
  const total = {
    messages: 0,
    consignments: 0,
    equipment: 0,
    equipmentRecords: 0,
    slots: 0,
    passengers: 0,
    segments: 0,
  }
  const versions = new Set<string>()
  const [types, functions]: [string[], string[]] = [[], []]
  const problems: Problem[] = []
  const messages = readFile(input, options)
  for (;;) {
    const { done, value } = await messages.next()
    if (done) {
      problems.unshift(...value.problems)
      const { messages: count, consignments, equipment, ...counts } = total
      const version = versions.size === 0 ? null : [...versions].join(', ')
      const found = problems.map(({ code, severity, at }) => ({ code, severity, at: at ?? null }))
      const inspection = {
        file,
        format: value.format,
        version,
        types: [...new Set(types)],
        messages: count,
        consignments,
        equipment,
        counts,
        problems: found,
      }
      return { inspection, types, functions }
    }
    total.messages += 1
    for (const key of ['consignments', 'equipment', 'equipmentRecords', 'slots', 'passengers', 'segments'] as const) {
      total[key] += value.counts[key]
    }
    if (value.version) versions.add(value.version)
    types.push(value.type ?? '?')
    if (value.report) functions.push(value.report.function)
    problems.push(...problemsOf(value))
  }
}
