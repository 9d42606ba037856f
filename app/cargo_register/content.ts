import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import type { ReportedConsignment } from '#core/cargo/cargo_report'

/**
 * Names the content of a consignment: two reports of the same give the same text. Its position in
 * the message says nothing about the goods and is left out.
 */
export const contentHash = ({ consignment, usable }: Pick<ReportedConsignment, 'consignment' | 'usable'>): string => {
  const { sequence: _position, ...content } = consignment
  return createHash('sha256').update(canonicalJson({ content, usable })).digest('hex')
}
