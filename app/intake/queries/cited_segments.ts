import type { SourceRef } from '#core/kernel/source_ref'
import { erasureOf, type Erasure } from '#platform/retention/erasure'
import { HOLDS_TRAVELLERS, type HoldsTravellers } from '../holds_travellers.js'
import { firstRow } from '#platform/tenancy/database'
import { quoteRows, type QuotedRow } from '../raw/quote_rows.js'
import { readRange } from '../raw/read_range.js'
import { quoteCells, WORKBOOK } from '../raw/workbook_rows.js'
import { rowAt, rowsBy, rowStarts, widthOf } from '../raw/row_starts.js'
import { readingBytes } from './readable_bytes.js'

/** Rows of context before and after; none where a list of travellers may stand around what is cited. */
const CONTEXT = 2

export interface CitedMessage {
  messageId: string
  receivedMessageId: string
  /** e.g. `CUSCAR D.01A`. */
  format: string
  reference: string | null
  receivedAt: Date
  /** In the order of the refs: the cited row with its context, the cited bytes marked. */
  quotes: QuotedRow[][]
  /** The bytes are no longer kept: no quotes. */
  erased: Erasure | null
}

/** The raw text that values were read from; `null` for a Message that is not ours. */
export async function citedSegments(messageId: string, refs: readonly SourceRef[]): Promise<CitedMessage | null> {
  const message = await firstRow<
    Omit<CitedMessage, 'quotes' | 'erased'> & {
      blob: string
      charset: string | null
      family: string | null
      holds_travellers: HoldsTravellers
      erased_at: Date | null
      erased_rule: string | null
    }
  >(
    `select m.id as "messageId", r.id as "receivedMessageId", concat_ws(' ', m.type, m.version) as format,
       coalesce(m.document_reference, m.control_reference) as reference, r.received_at as "receivedAt", r.blob, r.charset, r.format as family,
       ${HOLDS_TRAVELLERS} as holds_travellers, r.erased_at, r.erased_rule
       from tenant.messages m join tenant.received_messages r on r.id = m.received_message_id where m.id = ?::uuid`,
    [messageId]
  )
  if (!message) return null
  const { blob, charset, family, holds_travellers: around, erased_at: at, erased_rule: rule, ...cited } = message
  const { read, erased } = await readingBytes(
    { blob, erased: erasureOf({ erased_at: at, erased_rule: rule }) },
    (bytes) =>
      family === WORKBOOK
        ? quoteCells(bytes, refs)
        : quotesOf(bytes, { charset, format: family, context: around === 'yes' ? 0 : CONTEXT }, refs)
  )
  return { ...cited, quotes: read ?? [], erased }
}

async function quotesOf(
  read: () => AsyncGenerator<Buffer>,
  { charset, format, context }: { charset: string | null; format: string | null; context: number },
  refs: readonly SourceRef[]
): Promise<QuotedRow[][]> {
  const starts = await rowStarts(read(), widthOf(charset), rowsBy(format))
  const windows = refs.map(({ offset }) => {
    const row = rowAt(starts, offset)
    return { first: Math.max(row - context, 0), last: Math.min(row + context, starts.length - 2) }
  })
  const first = Math.min(...windows.map((window) => window.first))
  const last = Math.max(...windows.map((window) => window.last))
  if (refs.length === 0 || starts.length < 2) return refs.map(() => [])
  const bytes = await readRange(read(), starts[first]!, starts[last + 1]!)
  const base = starts[first]!
  return windows.map((window, at) =>
    quoteRows(starts, { ...window, bytes: bytes.subarray(starts[window.first]! - base), charset }, [refs[at]!])
  )
}
