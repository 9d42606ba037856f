import type { Permit } from '#core/cargo/permit'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { keepNamedCargo } from './keep_named_cargo.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * Keeps a permit that a national system tells of, inside the caller's unit of work. A later one with the same number is its
 * next version and takes the place of the earlier, which stays; one that is taken back ends. Nothing of cargo is changed by it.
 */
export async function registerPermit(permit: Permit & { number: string }, filing: FilingOfReport): Promise<void> {
  const known = await latest(permit.number, filing.sender.id)
  const cancelled = permit.function === 'cancel'
  const id = cancelled && known ? known.id : uuidv7()
  if (known)
    await execute(`update tenant.permits set state = ?, ended_by = ? where id = ? and state = 'current'`, [
      cancelled ? 'cancelled' : 'replaced',
      cancelled ? filing.messageId : null,
      known.id,
    ])
  const version = (known?.version ?? 0) + (id === known?.id ? 0 : 1)
  if (id !== known?.id) await insert(id, version, permit, filing)
  await recordAction({
    action: 'permit.registered',
    subject: { kind: 'permit', id },
    data: { version, status: permit.status, cancelled, message: filing.messageId },
  })
}

const latest = (number: string, senderId: string): Promise<{ id: string; version: number } | null> =>
  firstRow(
    `select id, version from tenant.permits where sender_id = ?::uuid and number = ? order by version desc limit 1`,
    [senderId, number]
  )

async function insert(
  id: string,
  version: number,
  permit: Permit & { number: string },
  filing: FilingOfReport
): Promise<void> {
  await execute(
    `insert into tenant.permits (tenant_id, id, message_id, sender_id, type, number, version, agency, agency_name, kind, kind_as_filed, status,
       holder_name, holder_identifiers, goods, valid_from, valid_until, provenance, state, filed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::date, ?::date, ?::jsonb, ?, ?)`,
    [
      ...[tenancy.current().administration.id, id, filing.messageId, filing.sender.id, permit.type, permit.number],
      ...[version, permit.agency, permit.agencyName, permit.kind, permit.kindAsFiled, permit.status],
      permit.holder?.name ?? null,
      JSON.stringify(permit.holder?.identifiers ?? []),
      JSON.stringify(permit.goods),
      ...[permit.validFrom, permit.validUntil],
      JSON.stringify(permit.provenance),
      permit.function === 'cancel' ? 'cancelled' : 'current',
      new Date(filing.filedAt),
    ]
  )
  await keepNamedCargo(id, permit)
}
