import type { AssessmentResult } from '#core/assessment/assessment'
import type { Provenance } from '#core/cargo/consignment'
import { citedSegments } from '#app/intake/published'
import type { Officer } from '#platform/access/officer'
import type { Quote } from '../../../resources/props/assessment.js'
import type { Quoter } from '../transformers/assessment_view.js'

/**
 * The raw text behind the reasons of one assessment, read from the stored bytes once. Officers who
 * may not read raw messages get reasons without quotes.
 */
export async function quoterFor(
  messageId: string,
  provenance: Provenance,
  result: AssessmentResult,
  officer: Officer
): Promise<Quoter> {
  if (!officer.permissions.has('messages.read_raw')) return () => []
  const paths = [...new Set(result.reasons.flatMap((reason) => reason.evidence.flatMap((evidence) => evidence.paths)))]
  const cited = paths.flatMap((path) => (provenance[path] ?? []).map((ref) => ({ path, ref })))
  if (cited.length === 0) return () => []
  const message = await citedSegments(
    messageId,
    cited.map(({ ref }) => ref)
  )
  if (!message) return () => []
  const byPath = new Map<string, Quote[]>()
  for (const [index, { path }] of cited.entries()) {
    const quote: Quote = {
      messageId: message.receivedMessageId,
      format: message.format,
      reference: message.reference,
      receivedAt: message.receivedAt.toISOString(),
      lines: message.quotes[index] ?? [],
      path,
      readAs: null,
      kept: message.erased === null,
    }
    byPath.set(path, [...(byPath.get(path) ?? []), quote])
  }
  return (path) => byPath.get(path) ?? []
}
