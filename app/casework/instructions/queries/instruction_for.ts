import { firstRow } from '#platform/tenancy/database'
import type { Answer, InstructionKind } from '../codes.js'

export interface InstructionForSystem {
  id: string
  caseId: string
  kind: InstructionKind
  madeAt: Date
  answer: Answer | null
  consignments: {
    bill: string | null
    equipment: string[]
    conveyance: string | null
    voyage: string | null
    port: string | null
  }[]
}

/**
 * An instruction as its receiver may see it: which cargo, by bill, boxes and ship, of the ports it is told of. Nobody's
 * name and no reason: why cargo is held is not told outside (SECURITY T58).
 */
export const instructionFor = (instructionId: string, systemId: string): Promise<InstructionForSystem | null> =>
  firstRow(
    `select i.id, i.case_id as "caseId", i.kind, i.made_at as "madeAt", d.answer, coalesce((
        select jsonb_agg(jsonb_build_object('bill', c.reference, 'conveyance', k.means_name, 'voyage', k.voyage, 'port', k.port,
                 'equipment', array(select n.key from tenant.consignment_numbers n
                   where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment' order by n.key)) order by c.id)
          from tenant.consignments c left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
         where c.tenant_id = i.tenant_id and c.id = any (i.consignments) and (s.ports = '{}' or k.port = any (s.ports))), '[]'::jsonb) as consignments
       from tenant.instruction_deliveries d
       join tenant.instructions i on i.tenant_id = d.tenant_id and i.id = d.instruction_id
       join tenant.connected_systems s on s.tenant_id = d.tenant_id and s.id = d.system_id and s.enabled
      where d.instruction_id = ? and d.system_id = ?`,
    [instructionId, systemId]
  )
