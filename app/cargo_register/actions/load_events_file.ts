import { parse, CsvError } from 'csv-parse'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { EventField, EventProblem, EventReporter, EventTold } from '../cargo_event.js'
import { EVENT_FIELDS, readEvent } from '../read_event.js'
import { recordEvents } from './record_events.js'

/** A day of a large terminal fits several times. */
export const MOST_LINES = 20_000
export const MOST_BYTES = 5 * 1024 * 1024
const BATCH = 200

export interface LoadedEvents {
  recorded: number
  known: number
  /** Lines that were not taken, each with what and where; `line` counts from 1, the heading included. */
  refused: { line: number; problems: (EventProblem | { field: null; problem: FileProblem })[] }[]
}
export type FileProblem = 'no_csv' | 'unknown_column' | 'too_many_lines'

/** Records the events of a CSV file, line by line: what is wrong is said with its line and column. */
export async function loadEventsFile(text: string, reporter: EventReporter, now: number): Promise<LoadedEvents> {
  const loaded: LoadedEvents = { recorded: 0, known: 0, refused: [] }
  const lines: { line: number; fields: Record<string, string> }[] = []
  try {
    for await (const { record, info } of parser(text) as AsyncIterable<{
      record: Record<string, string>
      info: { lines: number }
    }>) {
      lines.push({ line: info.lines, fields: record })
      if (lines.length > MOST_LINES) return refusedWhole('too_many_lines', info.lines)
    }
  } catch (error) {
    if (error instanceof CsvError || error instanceof UnknownColumn)
      return refusedWhole(error instanceof UnknownColumn ? 'unknown_column' : 'no_csv', lines.at(-1)?.line ?? 1)
    throw error
  }
  for (let from = 0; from < lines.length; from += BATCH) await take(lines.slice(from, from + BATCH))
  loaded.refused.sort((a, b) => a.line - b.line)
  return loaded

  async function take(batch: typeof lines) {
    const good: { line: number; event: EventTold }[] = []
    for (const { line, fields } of batch) {
      const { event, problems } = readEvent(fields, tenancy.current().administration.timezone)
      if (problems.length > 0) loaded.refused.push({ line, problems })
      else good.push({ line, event })
    }
    const done = await recordEvents(
      good.map(({ event }) => event),
      reporter,
      now
    )
    loaded.recorded += done.recorded
    loaded.known += done.known
    loaded.refused.push(...done.refused.map(({ position, problems }) => ({ line: good[position]!.line, problems })))
  }
}

class UnknownColumn extends Error {}

/** Nothing is read past a column nobody knows: a misspelt one would be lost silently. */
const parser = (text: string) =>
  parse(text, {
    columns: (names: string[]) =>
      names.map((name) => {
        const column = name.trim().toLowerCase()
        if (!(EVENT_FIELDS as readonly string[]).includes(column)) throw new UnknownColumn(column)
        return column as EventField
      }),
    bom: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
  })

const refusedWhole = (problem: FileProblem, line: number): LoadedEvents => ({
  recorded: 0,
  known: 0,
  refused: [{ line, problems: [{ field: null, problem }] }],
})
