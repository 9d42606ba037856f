import { FACT_KEYS, isFactKey } from '#core/facts/fact_kinds'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { firstRow, unitOfWork } from '#platform/tenancy/database'

/** What this sender files whenever it applies (DECISIONS 15); counts for what is weighed from now on. Nothing withdraws it. */
export async function declareAlwaysFiled(sender: string, facts: readonly string[]): Promise<Result<null, Failure>> {
  const declared = [...new Set(facts)].sort()
  const unknown = declared.find((fact) => !isFactKey(fact))
  if (unknown !== undefined)
    return err(invalid('facts', 'senders.fact_unknown', { fact: unknown, known: FACT_KEYS.join(', ') }))
  return unitOfWork(async () => {
    const known = await firstRow<{ id: string }>(
      `update tenant.senders set always_filed = ? where code = ? returning id`,
      [declared.join(' '), sender]
    )
    if (!known) return err({ kind: 'not_found' as const })
    await recordAction({
      action: 'sender.declared',
      subject: { kind: 'sender', id: known.id },
      data: { facts: declared },
    })
    return ok(null)
  })
}
