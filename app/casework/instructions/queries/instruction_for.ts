import { declaredNumbersOf } from '#app/cargo_register/published'
import { firstRow } from '#platform/tenancy/database'
import type { OrderType } from '../../inspections/codes.js'
import type { About } from '../about.js'
import type { Answer, InstructionKind } from '../codes.js'

export interface InstructionForSystem {
  id: string
  kind: InstructionKind
  madeAt: Date
  answer: Answer | null
  selection: {
    number: string
    examination: OrderType
    equipment: string | null
    site: string
    /** ISO instant: it comes out of JSON. */
    until: string
  } | null
  consignments: {
    bill: string | null
    equipment: string[]
    conveyance: string | null
    voyage: string | null
    port: string | null
    /** Numbers of declarations that name this cargo. */
    declarations: string[]
  }[]
}

type Cargo = InstructionForSystem['consignments'][number]
type Read = About &
  Omit<InstructionForSystem, 'consignments'> & { consignments: (Omit<Cargo, 'declarations'> & { id: string })[] }

/**
 * An instruction as its receiver may see it: which cargo, by bill, boxes and ship, of the ports it is told of. Nobody's
 * name and no reason: why cargo is held is not told outside (SECURITY T58), and an order knows it itself not.
 */
export async function instructionFor(
  instructionId: string,
  systemId: string
): Promise<{ about: About; instruction: InstructionForSystem } | null> {
  const found = await firstRow<Read>(
    `select i.id, i.case_id as "caseId", i.order_id as "orderId", i.kind, i.made_at as "madeAt", d.answer,
       (select jsonb_build_object('number', o.number::text, 'examination', o.type, 'equipment', o.equipment, 'site', t.code, 'until', o.useful_until)
          from tenant.inspection_orders o join tenant.sites t on t.tenant_id = o.tenant_id and t.id = o.site_id
         where o.tenant_id = i.tenant_id and o.id = i.order_id) as selection,
       coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'bill', c.reference, 'conveyance', k.means_name, 'voyage', k.voyage, 'port', k.port,
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
  if (!found) return null
  const { caseId, orderId, consignments, ...instruction } = found
  const declared = await declaredNumbersOf(consignments.map(({ id }) => id))
  return {
    about: { caseId, orderId },
    instruction: {
      ...instruction,
      consignments: consignments.map(({ id, ...cargo }) => ({ ...cargo, declarations: declared.get(id) ?? [] })),
    },
  }
}
