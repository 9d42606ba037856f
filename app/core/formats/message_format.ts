import type { Problem } from '../kernel/problem.js'
import { problem } from '../kernel/problem_codes.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { LooksLike } from './detect.js'
import { chunksOf, HEAD, type FileSource, type ReadOptions } from './family.js'
import type { FileReading, ReadMessage } from './format.js'

export interface FormatContext {
  readonly reference: ReferenceData
}

/** What is left to say when every Message was read. */
export interface FormatEnd {
  readonly charset: string | null
  /** Problems of the file itself; those of its Messages stand with them. */
  readonly problems: readonly Problem[]
}

/**
 * A format that a plugin brings: what a country's filers send and no family of core reads. Pure and
 * streaming: bytes go in as they come, one Message after the other comes out.
 */
export interface MessageFormat {
  /** `<plugin>.<name>`; kept as the format of what it read. */
  readonly code: string
  /** Raised whenever the same bytes could give other Messages. */
  readonly version: number
  /** Translation key of its name. */
  readonly title: `${string}.${string}`
  /** How sure it is of a file by its first 4 KB, 0 to 1. Asked only where no family of core knows the file. */
  detect(head: Uint8Array): number
  /** Never throws on bad data: a Problem says what is wrong, and where. */
  read(bytes: AsyncIterable<Uint8Array>, context: FormatContext): AsyncGenerator<ReadMessage, FormatEnd>
}

/** From here on a format is believed. */
const SURE = 0.5

/** The format that is surest of a file; `null` when none is sure enough. */
export const claimedBy = (formats: readonly MessageFormat[], head: Uint8Array): MessageFormat | null => {
  let best: MessageFormat | null = null
  let surest = 0
  for (const format of formats) {
    const sure = format.detect(head.subarray(0, HEAD))
    if (sure >= SURE && sure > surest) [best, surest] = [format, sure]
  }
  return best
}

/**
 * Reads with a plugin's format. Should it throw, what it read before stays, and the file says that it was not
 * understood to its end. Bytes that cannot be had are nobody's format's fault: that goes on.
 */
export async function* readClaimed(
  format: MessageFormat,
  source: FileSource,
  { reference }: ReadOptions,
  looksLike: LooksLike
): AsyncGenerator<ReadMessage, FileReading> {
  const read = { format: format.code, formatVersion: format.version }
  const bytes = watched(chunksOf(source))
  try {
    return { ...read, ...(yield* format.read(bytes, { reference })) }
  } catch (error) {
    if (bytes.failed()) throw error
    return { ...read, charset: null, problems: [problem('SYN-NOT-UNDERSTOOD', { params: { looksLike } })] }
  }
}

/** The same bytes, which remember whether it was they that failed. */
const watched = (bytes: AsyncIterable<Uint8Array>) => {
  let failed = false
  const through = async function* () {
    try {
      yield* bytes
    } catch (error) {
      failed = true
      throw error
    }
  }
  return { [Symbol.asyncIterator]: through, failed: () => failed }
}
