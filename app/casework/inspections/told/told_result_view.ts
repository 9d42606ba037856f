import type { Officer } from '#platform/access/officer'
import type { ToldResultView } from '../../../../resources/pages/examinations/index.props.js'
import type { ToldResultRow } from '../queries/told_results.js'
import { differencesOf } from './differences.js'

interface Held {
  outcome: { result: string } | null
  findings: readonly { what: string }[]
}

/** A told result for screens, and in what it differs from what the order holds, where one is shown beside it. */
export const toldResultView = (
  { filedAt, receivedMessageId, ...told }: ToldResultRow,
  { permissions }: Officer,
  held: Held = { outcome: null, findings: [] }
): ToldResultView => ({
  ...told,
  filedAt: filedAt.toISOString(),
  receivedMessageId: permissions.has('messages.read') ? receivedMessageId : null,
  differences: [...differencesOf(told, held.outcome, held.findings)],
})
