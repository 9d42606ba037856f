import type { Problem } from '../../kernel/problem.js'
import { problem } from '../../kernel/problem_codes.js'
import { chunksOf, FORMAT_VERSION, type FamilyReader, type FileSource } from '../family.js'
import type { ReadMessage } from '../format.js'
import { LIMITS } from './limits.js'
import { MessageSplitter } from './message_splitter.js'
import { readMessage } from './read_message.js'

/** Reads EDIFACT interchanges; holds one Message at a time. */
export const readInterchange: FamilyReader = async function* (source, options) {
  const splitter = new MessageSplitter(source.width, { ...LIMITS, ...options.limits }, options.fallbackCharset)
  let charset: string | null = null
  const read = (raw: Parameters<typeof readMessage>[0]): ReadMessage => {
    if (charset === null || charset === 'ascii') charset = raw.table.charset
    return readMessage(raw, options)
  }
  for await (const chunk of chunksOf(source)) for (const raw of splitter.push(chunk)) yield read(raw)
  for (const raw of splitter.finish()) yield read(raw)
  return {
    format: 'EDIFACT',
    formatVersion: FORMAT_VERSION,
    charset,
    problems: [...headProblems(source), ...splitter.problems.all()],
  }
}

/** What the first bytes say about the characters that EDIFACT does not foresee. */
const headProblems = ({ mark, width }: FileSource): readonly Problem[] => {
  if (width !== 'bytes') return [problem('SYN-UTF16', { params: { charset: width } })]
  return mark ? [problem('SYN-BOM')] : []
}
