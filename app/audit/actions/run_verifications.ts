import { recordAction } from '#platform/audit/record'
import { verifyChain } from '#platform/audit/verify/verify_chain'
import { reportHealth } from '#platform/database/health'
import { notifyLive } from '#platform/live/notify'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Answers every verification that was asked for with one walk over the chain. */
export async function runVerifications(): Promise<void> {
  const asked = await rows<{ id: string }>(`select id from tenant.audit_verifications where finished_at is null`)
  if (asked.length === 0) return
  const { entries, lastSeq, anchors, faults } = await verifyChain(tenancy.current().administration)
  const [first] = faults
  await unitOfWork(async () => {
    await execute(
      `update tenant.audit_verifications set finished_at = now(), entries = ?, last_seq = ?, anchors = ?, bad_seq = ?, because = ?
        where id = any (?::uuid[])`,
      [entries, lastSeq, anchors, first?.seq ?? null, first?.because ?? null, asked.map(({ id }) => id)]
    )
    await reportHealth('audit_alarm', first ? 1 : 0)
    await recordAction({
      action: 'audit.verified',
      data: { entries, last_seq: lastSeq, anchors, faults: faults.length, first_bad: first?.seq ?? null },
    })
    await notifyLive('audit:verified', asked[0]!.id)
  })
}
