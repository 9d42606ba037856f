import type { CargoReport, ReportedConsignment } from '../../core/cargo/cargo_report.js'
import type { FileReading, ReadMessage } from '../../core/formats/format.js'
import { readFile, type ReadOptions } from '../../core/formats/read_file.js'
import { SAMPLE_REFERENCE } from './sample_reference.js'

export interface Read {
  readonly messages: readonly ReadMessage[]
  readonly file: FileReading
  /** Codes of every Problem: file, messages, consignments. */
  readonly codes: readonly string[]
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a text or bytes to the end with the sample reference data. */
export const read = async (
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: Partial<ReadOptions> = {}
): Promise<Read> => {
  const source = typeof input === 'string' ? bytesOf(input) : input
  const stream = readFile(source, { profiles: [], reference: SAMPLE_REFERENCE, ...options })
  const messages: ReadMessage[] = []
  for (;;) {
    const next = await stream.next()
    if (!next.done) messages.push(next.value)
    else
      return {
        messages,
        file: next.value,
        codes: [...next.value.problems, ...messages.flatMap(problemsOf)].map(({ code }) => code),
      }
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
