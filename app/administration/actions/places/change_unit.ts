import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import type { Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { NewUnit } from './create_unit.js'

/** Name, ports and threats of a unit; its code stays. */
export async function changeUnit(id: string, input: Omit<NewUnit, 'code'>): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const changed = await execute(
      `update tenant.units set name = ?, ports = ?::text[], threats = ?::text[] where id = ?`,
      [input.name, input.ports, input.threats, id]
    )
    if (changed === 0) return err({ kind: 'not_found' as const })
    await recordAction({
      action: 'unit.changed',
      subject: { kind: 'unit', id },
      data: { ports: input.ports, threats: input.threats },
    })
    return ok(null)
  })
}
