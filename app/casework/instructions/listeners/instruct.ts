import type { RoomEvents } from '#platform/events/announce'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { InstructionKind } from '../codes.js'

/** Acts of the case's workflow that others have to carry out. */
const TOLD: Readonly<Record<string, InstructionKind>> = {
  hold: 'hold',
  lift_hold: 'release',
  // Released after its inspection: what was held until then goes too.
  release: 'release',
  issue_dnl: 'do_not_load',
  lift_dnl: 'load',
}

/**
 * Writes what the systems outside are told, in the unit of the act itself: an act that is rolled back tells
 * nobody, and one that stands is told even when the machine stops here (the rows are the outbox).
 */
export async function instruct({ caseId, act }: RoomEvents['case:moved']): Promise<void> {
  const kind = TOLD[act]
  if (!kind || (act === 'release' && !(await isHeld(caseId)))) return
  const tenant = tenancy.current().administration.id
  const id = uuidv7()
  await execute(
    `insert into tenant.instructions (tenant_id, id, case_id, kind, consignments)
     select ?, ?, ?, ?, array(select consignment_id from tenant.case_consignments where case_id = ? order by consignment_id)`,
    [tenant, id, caseId, kind, caseId]
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
    subject: { kind: 'case', id: caseId },
    data: { instruction: id, kind, systems: systems.map((each) => each.id) },
  })
  if (systems.length > 0) await ring('instructions')
}

/** Whether a hold was told last. */
const isHeld = async (caseId: string): Promise<boolean> =>
  (
    await firstRow<{ kind: string }>(
      `select kind from tenant.instructions where case_id = ? and kind in ('hold','release') order by made_at desc, id desc limit 1`,
      [caseId]
    )
  )?.kind === 'hold'

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
