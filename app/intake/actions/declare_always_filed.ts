import { recordAction } from '#platform/audit/record'
import { firstRow, unitOfWork } from '#platform/tenancy/database'

/** What this sender files whenever it applies (DECISIONS 15); counts for what is weighed from now on. False: no such sender. */
export async function declareAlwaysFiled(sender: string, facts: readonly string[]): Promise<boolean> {
  const declared = [...facts].sort()
  return unitOfWork(async () => {
    const known = await firstRow<{ id: string }>(
      `update tenant.senders set always_filed = ? where code = ? returning id`,
      [declared.join(' '), sender]
    )
    if (known)
      await recordAction({
        action: 'sender.declared',
        subject: { kind: 'sender', id: known.id },
        data: { facts: declared },
      })
    return known !== null
  })
}
