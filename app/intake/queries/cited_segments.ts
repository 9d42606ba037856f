import type { SourceRef } from '#core/kernel/source_ref'
import { blobs } from '#platform/blobs/service'
import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { quoteRows, type QuotedRow } from '../raw/quote_rows.js'
import { readRange } from '../raw/read_range.js'
import { rowAt, rowStarts, widthOf } from '../raw/row_starts.js'

/** Rows of context before and after. */
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
}

/** The raw text that values were read from; `null` for a Message that is not ours. */
export async function citedSegments(messageId: string, refs: readonly SourceRef[]): Promise<CitedMessage | null> {
  const message = await firstRow<Omit<CitedMessage, 'quotes'> & { blob: string; charset: string | null }>(
    `select m.id as "messageId", r.id as "receivedMessageId", concat_ws(' ', m.type, m.version) as format,
       coalesce(m.document_reference, m.control_reference) as reference, r.received_at as "receivedAt", r.blob, r.charset
       from tenant.messages m join tenant.received_messages r on r.id = m.received_message_id where m.id = ?::uuid`,
    [messageId]
  )
  if (!message) return null
  const { blob, charset, ...cited } = message
  const read = () => blobs.read(tenancy.current().administration.id, blob)
  const starts = await rowStarts(read(), widthOf(charset))
  const windows = refs.map(({ offset }) => {
    const row = rowAt(starts, offset)
    return { first: Math.max(row - CONTEXT, 0), last: Math.min(row + CONTEXT, starts.length - 2) }
  })
  const first = Math.min(...windows.map((window) => window.first))
  const last = Math.max(...windows.map((window) => window.last))
  if (refs.length === 0 || starts.length < 2) return { ...cited, quotes: refs.map(() => []) }
  const bytes = await readRange(read(), starts[first]!, starts[last + 1]!)
  const base = starts[first]!
  const quotes = windows.map((window, at) =>
    quoteRows(starts, { ...window, bytes: bytes.subarray(starts[window.first]! - base), charset }, [refs[at]!])
  )
  return { ...cited, quotes }
}
