import type { NamedCargo } from '#core/cargo/system_record'
import { normaliseNumber } from '#core/matching/normalise_number'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Which cargo a record of a national system names, as it wrote it and as it is compared. */
export async function keepNamedCargo(recordId: string, cargo: NamedCargo): Promise<void> {
  const tenantId = tenancy.current().administration.id
  const documents = compared('document', cargo.transportDocuments, normaliseNumber)
  // Numbers of declarations are the system's own, and written alike.
  const declarations = compared('declaration', cargo.declarations, (number) => number.trim())
  const byNumber = documents.length + declarations.length > 0
  const equipment = compared('equipment', cargo.equipment, normaliseNumber)
  for (const { kind, key, filed } of [...documents, ...declarations, ...equipment])
    await execute(
      `insert into tenant.record_keys (tenant_id, record_id, kind, key, filed, finds) values (?, ?, ?, ?, ?, ?)`,
      [tenantId, recordId, kind, key, filed, kind !== 'equipment' || !byNumber]
    )
}

const compared = (kind: string, numbers: readonly string[], normalise: (number: string) => string) =>
  [...new Map(numbers.map((filed) => [normalise(filed), filed]))].flatMap(([key, filed]) =>
    key === '' ? [] : [{ kind, key, filed }]
  )
