import type { ReferenceData } from '../reference/reference_data.js'
import { problem } from '../kernel/problem_codes.js'
import type { LooksLike } from './detect.js'
import { byteOrderMark, widthByNuls, type Width } from './characters/width.js'
import type { Limits } from './edifact/limits.js'
import type { FileReading, ReadMessage } from './format.js'
import type { MessageFormat } from './message_format.js'
import type { FormatProfile } from './profile.js'
import type { ReadApart } from './read_apart.js'
import type { OpenWorkbook } from './workbook/workbook.js'
import type { XmlLimits } from './xml/limits.js'

export interface ReadOptions {
  /** Profiles of the enabled plugins; the generic one is always there as the last resort. */
  readonly profiles: readonly FormatProfile[]
  /** Formats of the enabled plugins, for what no family of core knows. */
  readonly formats?: readonly MessageFormat[]
  readonly reference: ReferenceData
  /** Character set of this channel where the bytes and the envelope do not tell. */
  readonly fallbackCharset?: string
  readonly limits?: Partial<Limits>
  readonly xmlLimits?: Partial<XmlLimits>
  /** Opens a workbook outside of this process; without it workbooks are not understood. */
  readonly openWorkbook?: OpenWorkbook
  /** Reads a large XML document outside of this process; without it every one is read here. */
  readonly readApart?: ReadApart
}

/** Raised whenever the same bytes could give other Messages under the same profiles. */
export const FORMAT_VERSION = 4

/** The first bytes of a file, what they tell about its characters, and the chunks behind them. */
export interface FileSource {
  readonly head: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
  readonly mark: ReturnType<typeof byteOrderMark>
  readonly width: Width
}

/** Reads a file of one family: one Message after the other, then what the file turned out to be. */
export type FamilyReader = (source: FileSource, options: ReadOptions) => AsyncGenerator<ReadMessage, FileReading>

/** Bytes that are enough to tell what a file is. */
export const HEAD = 4096

export const fileSource = (head: Uint8Array, rest: AsyncIterable<Uint8Array>): FileSource => {
  const start = head.subarray(0, HEAD)
  const mark = byteOrderMark(start)
  return { head, rest, mark, width: mark?.width ?? widthByNuls(start) }
}

/** A file that nothing here reads: kept for repair. */
export const notUnderstood = (looksLike: LooksLike): FileReading => ({
  format: null,
  formatVersion: FORMAT_VERSION,
  charset: null,
  problems: [problem('SYN-NOT-UNDERSTOOD', { params: { looksLike } })],
})

/** Every chunk of a file, the head first. */
export async function* chunksOf({ head, rest }: FileSource): AsyncGenerator<Uint8Array, void> {
  yield head
  yield* rest
}
