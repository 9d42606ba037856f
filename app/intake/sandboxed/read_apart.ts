import { fileURLToPath } from 'node:url'
import type { ReportedConsignment } from '#core/cargo/cargo_report'
import type { FileReading, ReadMessage } from '#core/formats/format'
import type { HowApart, NotReadApart } from '#core/formats/read_apart'
import { err, ok, type Result } from '#core/kernel/result'
import { streamSandboxed, type Sandboxed } from '#platform/sandbox/sandbox'
import { MAX_BYTES } from '../limits.js'
import { isEnd, isMessage } from './checked_answer.js'
import { isReportedConsignment } from './consignment_shape.js'

/** What the largest manifest that is read (50 MB, 33,400 bills) needs of time, memory and answer, twice or more. */
export const APART = { milliseconds: 120_000, memoryBytes: 1024 * 1024 * 1024, outputBytes: 768 * 1024 * 1024 }

/** Sources run from TypeScript in development and from a build in production; the child is run the same way. */
const IS_SOURCE = import.meta.url.endsWith('.ts')
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const PACKAGES = fileURLToPath(import.meta.resolve('saxes')).replace(/(.*\/node_modules\/).*/, '$1*')
const REFERENCE = here('../../../database/reference')

const sandboxOf = (how: HowApart, limits: typeof APART): Sandboxed => ({
  script: here(`./child.${IS_SOURCE ? 'ts' : 'js'}`),
  arguments: [JSON.stringify(how), REFERENCE],
  // Our reader, its data and the packages it is made of: nothing of an administration lies there.
  readable: [
    here('../../core/*'),
    here('../../platform/reference/*'),
    `${REFERENCE}/*`,
    here('../../../package.json'),
    PACKAGES,
  ],
  flags: ['--max-semi-space-size=16', ...(IS_SOURCE ? ['--experimental-transform-types'] : [])],
  inputBytes: MAX_BYTES,
  ...limits,
})

/** Reads a large manifest in a sandbox child. Every line of its answer has the shape of what a reader gives, or it failed. */
export async function* readApart(
  bytes: AsyncIterable<Uint8Array>,
  how: HowApart,
  limits = APART
): AsyncGenerator<ReadMessage, Result<FileReading, NotReadApart>> {
  const lines = linesOf(streamSandboxed(bytes, sandboxOf(how, limits)))
  let consignments: ReportedConsignment[] = []
  let end: FileReading | null = null
  for (;;) {
    const { done, value } = await lines.next()
    if (done) return value ? err(value) : end ? ok(end) : err('failed')
    const told = parsed(value)
    if (told === null || end) return err('failed')
    if (isReportedConsignment(told.consignment)) consignments.push(told.consignment)
    else if (isMessage(told.message)) {
      const { report, ...message } = told.message
      yield { ...message, report: report && { ...report, consignments } }
      consignments = []
    } else if (isEnd(told.end)) end = told.end
    else return err('failed')
  }
}

/** Whole lines, and what the stream ended with; what follows the last line break is none. */
async function* linesOf<T>(stream: AsyncGenerator<Buffer, T>): AsyncGenerator<string, T> {
  const decoder = new TextDecoder()
  let left = ''
  try {
    for (;;) {
      const { done, value } = await stream.next()
      if (done) return value
      const lines = (left + decoder.decode(value, { stream: true })).split('\n')
      left = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    await stream.return(undefined as T)
  }
}

const parsed = (line: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
