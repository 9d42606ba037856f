import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewSwitch {
  reads: boolean
  basis: string
  /** The revision the officer saw; 0 where nobody had decided yet. */
  seen: number
}

/**
 * Lists of travellers are read from the next message on, by the law that is named; or no more. A basis
 * that is named anew is a revision too. What was stored before an end is shown to nobody and due at once.
 */
export async function switchReading(wanted: NewSwitch, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const standing = await firstRow<{ revision: number; reads: boolean }>(
      `select revision, reads from tenant.traveller_settings order by revision desc limit 1`
    )
    if ((standing?.revision ?? 0) !== wanted.seen) return err(conflict('travellers.decided_meanwhile'))
    if (!wanted.reads && !standing?.reads) return err(conflict('travellers.off_already'))
    const revision = wanted.seen + 1
    const inserted = await execute(
      `insert into tenant.traveller_settings (tenant_id, revision, reads, basis, changed_by) values (?, ?, ?, ?, ?) on conflict do nothing`,
      [tenancy.current().administration.id, revision, wanted.reads, wanted.basis, officerId]
    )
    if (inserted === 0) return err(conflict('travellers.decided_meanwhile'))
    await recordAction({
      action: wanted.reads ? 'travellers.switched_on' : 'travellers.switched_off',
      subject: { kind: 'administration', id: tenancy.current().administration.id },
      // The words stand in the revision; the entry is bound to them and holds none.
      data: { revision, basis: createHash('sha256').update(wanted.basis).digest('hex') },
    })
    return ok(null)
  })
}
