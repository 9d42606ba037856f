import type { CargoReport, ReportedConsignment } from '#core/cargo/cargo_report'
import type { FileReading, ReadMessage } from '#core/formats/format'
import { readFile, type ReadOptions } from '#core/formats/read_file'
import { FAKE_REFERENCE } from './fake_reference.js'

export interface Read {
  readonly messages: readonly ReadMessage[]
  readonly file: FileReading
  /** Codes of every Problem: file, messages, consignments. */
  readonly codes: readonly string[]
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a text or bytes to the end with the fake reference data. */
export const read = async (
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: Partial<ReadOptions> = {}
): Promise<Read> => {
  const source = typeof input === 'string' ? bytesOf(input) : input
  const stream = readFile(source, { profiles: [], reference: FAKE_REFERENCE, ...options })
  const messages: ReadMessage[] = []
  for (;;) {
    const next = await stream.next()
    if (!next.done) messages.push(next.value)
    else return { messages, file: next.value, codes: [...next.value.problems, ...messages.flatMap(problemsOf)].map(({ code }) => code) }
  }
}

export const problemsOf = ({ problems, report }: ReadMessage) => [
  ...problems,
  ...(report?.consignments.flatMap((consignment) => consignment.problems) ?? []),
]

export const reportOf = ({ messages }: Read): CargoReport => {
  const report = messages[0]?.report
  if (!report) throw new Error('no cargo report')
  return report
}

export const firstOf = (result: Read): ReportedConsignment => {
  const [consignment] = reportOf(result).consignments
  if (!consignment) throw new Error('no consignment')
  return consignment
}

/** A CUSCAR with a right envelope around header and consignment segments. */
export const cuscar = (...segments: readonly string[]): string => {
  const body = ['UNH+1+CUSCAR:D:96B:UN', ...segments]
  return ["UNB+UNOC:3+SENDER+CUSTOMS+261121:0800+77'", ...body.map((segment) => `${segment}'`), `UNT+${body.length + 1}+1'`, "UNZ+1+77'"].join('\n')
}

export const HEADER = ['BGM+785+MAN0001+9', 'TDT+20+026W+1++XCAR:172:20:EXAMPLE LINE+++9074729:146:11:NORTHERN EXAMPLE:PA']
/** A consignment with goods and nothing to complain about. */
export const PLAIN = ['CNI+1+BL0001', 'RFF+BM:BL0001', 'LOC+9+CNSHA', 'LOC+11+JMKIN', 'GID+1+10:CT', 'FTX+AAA+++TILES', 'MEA+AAX+G+KGM:1000']
