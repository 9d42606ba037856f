import { parse } from 'csv-parse'
import { MODES, type Mode } from '#core/cargo/codes'
import type { Instant } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { imoCheckDigit } from '#core/reference/check_digits'
import type { CallTold } from './actions/record_call.js'

/** Columns of a file of calls, in any order. */
export const CALL_COLUMNS = [
  'mode',
  'means_name',
  'imo',
  'call_sign',
  'flag',
  'voyage',
  'carrier',
  'port',
  'eta',
  'etd',
  'ata',
  'berth',
  'previous_port',
  'previous_atd',
] as const
type Column = (typeof CALL_COLUMNS)[number]

/** What is wrong with a line; `imo` is a warning, the others refuse the line. */
export type CallProblem = { column: Column; problem: 'missing' | 'not_understood' | 'check_digit' }

export interface CallLine {
  /** From 1, the heading included. */
  line: number
  /** `null` when a problem refuses it. */
  call: Omit<CallTold, 'source' | 'toldAt' | 'recordedBy' | 'messageId'> | null
  problems: CallProblem[]
}

/** Reads a file of calls line by line. Times carry an offset, or are local to `zone` (IANA). */
export async function* readCallsFile(
  input: AsyncIterable<Uint8Array> | NodeJS.ReadableStream,
  zone: string
): AsyncGenerator<CallLine> {
  const parser = parse({
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  })
  const stream = input as NodeJS.ReadableStream
  stream.on('error', (error) => parser.destroy(error))
  stream.pipe(parser)
  for await (const { record, info } of parser as AsyncIterable<{
    record: Partial<Record<Column, string>>
    info: { lines: number }
  }>) {
    yield readLine(record, info.lines, zone)
  }
}

function readLine(record: Partial<Record<Column, string>>, line: number, zone: string): CallLine {
  const problems: CallProblem[] = []
  const text = (column: Column) => record[column]?.trim() || null
  const note = (column: Column, problem: CallProblem['problem']) => void problems.push({ column, problem })
  const time = (column: Column): Instant | null => {
    const value = text(column)
    if (value === null) return null
    const instant = instantOf(value, zone)
    if (instant === null) note(column, 'not_understood')
    return instant
  }
  const mode = (text('mode') ?? 'sea').toLowerCase()
  const port = text('port')?.toUpperCase().replace(/\s/g, '') ?? null
  const imo = text('imo') === null ? null : imoCheckDigit(text('imo')!)
  if (!(MODES as readonly string[]).includes(mode)) note('mode', 'not_understood')
  if (port === null) note('port', 'missing')
  else if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(port)) note('port', 'not_understood')
  if (text('voyage') === null && imo === null) note('voyage', 'missing')
  const [eta, etd, arrivedAt, leftPreviousAt] = [time('eta'), time('etd'), time('ata'), time('previous_atd')]
  const refused = problems.length > 0
  if (imo && !imo.valid) note('imo', 'check_digit')
  if (refused) return { line, call: null, problems }
  return {
    line,
    problems,
    call: {
      mode: mode as Mode,
      meansName: text('means_name'),
      imo: imo?.normalised ?? null,
      callSign: text('call_sign'),
      flag: text('flag')?.toUpperCase() ?? null,
      voyage: text('voyage'),
      carrierCode: text('carrier'),
      carrierName: null,
      port: port!,
      previousPort: text('previous_port')?.toUpperCase() ?? null,
      leftPreviousAt,
      berth: text('berth'),
      eta,
      etd,
      arrivedAt,
    },
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

const instantOf = (value: string, zone: string): Instant | null => {
  if (!ISO.test(value)) return null
  try {
    return toInstant(value.replace(' ', 'T'), zone)
  } catch {
    return null
  }
}
