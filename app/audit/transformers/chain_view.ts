import { createHash } from 'node:crypto'
import { auditPublicKeys } from '#platform/audit/keys'
import type { AuditChainView } from '../../../resources/pages/audit/index.props.js'
import type { ChainState, LastVerification } from '../queries/get_chain_state.js'

/** What an auditor notes when the installation begins: everything signed later is believed by it. */
const fingerprint = (): string | null => {
  const [first] = Object.values(auditPublicKeys())
  return first ? createHash('sha256').update(Buffer.from(first, 'base64')).digest('hex') : null
}

export const chainView = (state: ChainState, last: LastVerification | null): AuditChainView => ({
  seq: state.seq,
  sealedAt: state.sealedAt?.toISOString() ?? null,
  waiting: state.waiting,
  alarm: state.alarm,
  fingerprint: fingerprint(),
  verification: last && {
    state: last.finishedAt === null ? 'running' : last.badSeq === null ? 'whole' : 'broken',
    at: (last.finishedAt ?? last.askedAt).toISOString(),
    entries: last.entries,
    badSeq: last.badSeq,
    because: last.because,
  },
})
