import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { ring } from '#platform/queue/doorbell'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { Condition } from '#platform/tenancy/unit_scope'
import { subjectOf, type About } from '../about.js'
import type { InstructionKind } from '../codes.js'

interface Telling {
  kind: InstructionKind
  about: About
  /** A statement that gives the consignments. */
  cargo: Condition
}

/**
 * Writes what the systems outside are told, in the unit of the act itself: an act that is rolled back tells
 * nobody, and one that stands is told even when the machine stops here (the rows are the outbox).
 */
export async function tell({ kind, about, cargo }: Telling): Promise<void> {
  const tenant = tenancy.current().administration.id
  const id = uuidv7()
  await execute(
    `insert into tenant.instructions (tenant_id, id, case_id, order_id, kind, consignments) select ?, ?, ?, ?, ?, array(${cargo.sql})`,
    [tenant, id, about.caseId, about.orderId, kind, ...cargo.bindings]
  )
  const systems = await systemsThatHear(id)
  for (const { id: systemId, answer_minutes: minutes } of systems)
    await execute(
      `insert into tenant.instruction_deliveries (tenant_id, id, instruction_id, system_id, next_at, answer_due)
       values (?, ?, ?, ?, now(), now() + make_interval(mins => ?))`,
      [tenant, uuidv7(), id, systemId, minutes]
    )
  await recordAction({
    action: 'instruction.made',
    subject: subjectOf(about),
    data: { instruction: id, kind, systems: systems.map((each) => each.id) },
  })
  if (systems.length > 0) await ring('instructions')
}

/** Systems that are told of this kind, for some port of the cargo where they are limited to ports. */
const systemsThatHear = (instructionId: string): Promise<{ id: string; answer_minutes: number }[]> =>
  rows(
    `select s.id, s.answer_minutes from tenant.instructions i
       join tenant.connected_systems s on s.tenant_id = i.tenant_id and s.enabled and i.kind = any (s.hears)
      where i.id = ? and (s.ports = '{}' or exists (
        select 1 from tenant.consignments c join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
         where c.id = any (i.consignments) and k.port = any (s.ports)))
      order by s.name, s.id`,
    [instructionId]
  )
