import type { Declaration } from '#core/cargo/declaration'
import { normaliseNumber } from '#core/matching/normalise_number'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * Keeps a declaration of a national system, inside the caller's unit of work. A later one with the same number takes the
 * place of the earlier, which stays; a cancelled one stays too. Nothing of cargo is changed by it.
 */
export async function registerDeclaration(
  declaration: Declaration & { number: string },
  filing: FilingOfReport
): Promise<{ declarationId: string }> {
  const tenantId = tenancy.current().administration.id
  const id = uuidv7()
  const cancelled = declaration.function === 'cancel'
  await execute(
    `update tenant.declarations set state = ? where sender_id = ?::uuid and number = ? and state = 'current'`,
    [cancelled ? 'cancelled' : 'replaced', filing.sender.id, declaration.number]
  )
  const { importer, exporter, declarant } = declaration
  await execute(
    `insert into tenant.declarations (tenant_id, id, message_id, sender_id, type, number, office, regime, declared_on, lane, importer_identifier,
       importer_name, exporter_identifier, exporter_name, declarant_identifier, declarant_name, items, provenance, state, filed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
    [
      ...[tenantId, id, filing.messageId, filing.sender.id, declaration.type, declaration.number],
      ...[declaration.office, declaration.regime, declaration.declaredAt?.slice(0, 10) ?? null, declaration.lane],
      ...[importer, exporter, declarant].flatMap((party) => [party?.identifier ?? null, party?.name ?? null]),
      JSON.stringify(declaration.items),
      JSON.stringify(declaration.provenance),
      cancelled ? 'cancelled' : 'current',
      new Date(filing.filedAt),
    ]
  )
  const numbers = new Map(declaration.transportDocuments.map((filed) => [normaliseNumber(filed), filed]))
  for (const [key, filed] of numbers)
    if (key !== '')
      await execute(
        `insert into tenant.declaration_numbers (tenant_id, declaration_id, key, filed) values (?, ?, ?, ?)`,
        [tenantId, id, key, filed]
      )
  return { declarationId: id }
}
