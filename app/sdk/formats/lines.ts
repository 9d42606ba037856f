import type { SourceRef } from '../../core/kernel/source_ref.js'

/** One line of a file, with where it stands in the bytes. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its end. */
  readonly text: string
  readonly offset: number
  /** In bytes, without its end. */
  readonly length: number
}

/** A longer line is handed over in pieces of this many bytes, so that a file without ends stays small in memory. */
const LONGEST = 64 * 1024
const [LF, CR] = [10, 13]

/** The lines of a file as its bytes come: UTF-8, and a line that is not UTF-8 as Windows-1252. An empty end is no line. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void> {
  let waiting: Uint8Array = new Uint8Array(0)
  let offset = 0
  let number = 1
  const line = (end: number): Line => {
    const stop = end > 0 && waiting[end - 1] === CR ? end - 1 : end
    return { number, text: textOf(waiting.subarray(0, stop)), offset, length: stop }
  }
  for await (const chunk of bytes) {
    waiting = joined(waiting, chunk)
    for (let end = waiting.indexOf(LF); end >= 0 || waiting.length > LONGEST; end = waiting.indexOf(LF)) {
      const cut = end < 0 || end > LONGEST ? LONGEST : end
      yield line(cut)
      const taken = cut === end ? cut + 1 : cut
      waiting = waiting.subarray(taken)
      offset += taken
      if (cut === end) number++
    }
  }
  if (waiting.length > 0) yield line(waiting.length)
}

/** Where a line, or a field of it (from 1), stands; `tag` names the kind of line. */
export const refOf = (line: Line, tag: string, message = 0, element?: number): SourceRef => ({
  message,
  segment: line.number,
  tag,
  line: line.number,
  offset: line.offset,
  length: line.length,
  ...(element === undefined ? {} : { element }),
})

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
