import { firstRow, rows } from '#platform/tenancy/database'
import type { Direction } from '../document_call.js'

export interface StowageDifferences {
  plan: { reference: string | null; filedAt: Date; direction: Direction }
  /** Containers of this port in plan and manifests. */
  aboard: number
  manifested: number
  notManifested: { boxes: { equipment: string; cell: string | null; fullness: string | null }[]; more: number }
  notAboard: { boxes: { equipment: string; consignmentId: string; bill: string | null }[]; more: number }
}

/** Differences listed of each kind; `more` counts the rest. */
const MOST = 200

/**
 * The newest bay plan of a call against what is manifested for it, both ways: containers aboard for
 * this port that no consignment names, and containers of consignments that the plan does not have.
 * `null` without a plan, or while nothing is manifested that way: then there is nothing to compare.
 */
export async function compareStowage(callId: string): Promise<StowageDifferences | null> {
  const plan = await firstRow<{
    id: string
    reference: string | null
    filedAt: Date
    direction: Direction
    port: string
  }>(
    `select id, document_reference as reference, filed_at as "filedAt", direction, port from tenant.reported_documents
      where call_id = ?::uuid and kind = 'stowage_plan' and type = 'BAPLIE' and state = 'current' and direction is not null
      order by filed_at desc, id desc limit 1`,
    [callId]
  )
  if (!plan) return null
  const inbound = plan.direction === 'inbound'
  const aboard = `select equipment, min(cell) as cell, min(fullness) as fullness, true as found from tenant.reported_records
      where document_id = ?::uuid and equipment is not null and kind = 'container' and ${inbound ? 'discharge_port' : 'loading_port'} = ? group by equipment`
  const manifested = `select n.key as equipment, min(c.id::text) as consignment, min(c.reference) as bill from tenant.consignments c
      join tenant.consignment_numbers n on n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment'
     where c.call_id = ?::uuid and c.state = 'filed' and coalesce(c.${inbound ? 'discharge_port' : 'loading_port'}, ?) = ?
       and ${inbound ? `c.nature is distinct from 'export'` : `coalesce(c.nature, 'export') = 'export'`} group by n.key`
  const bindings = [plan.id, plan.port, callId, plan.port, plan.port]
  const compared = await rows<{
    equipment: string
    cell: string | null
    fullness: string | null
    consignment: string | null
    bill: string | null
    aboard: boolean
  }>(
    `with a as (${aboard}), m as (${manifested})
     select equipment, a.cell, a.fullness, m.consignment, m.bill, a.found is true as aboard
       from a full join m using (equipment) order by equipment`,
    bindings
  )
  const manifestedBoxes = compared.filter(({ consignment }) => consignment !== null)
  if (manifestedBoxes.length === 0) return null
  const { reference, filedAt, direction } = plan
  const boxes = compared.filter(({ consignment }) => consignment === null)
  const missing = manifestedBoxes.filter((each) => !each.aboard)
  return {
    plan: { reference, filedAt, direction },
    aboard: compared.filter((each) => each.aboard).length,
    manifested: manifestedBoxes.length,
    notManifested: {
      boxes: boxes.slice(0, MOST).map(({ equipment, cell, fullness }) => ({ equipment, cell, fullness })),
      more: Math.max(0, boxes.length - MOST),
    },
    notAboard: {
      boxes: missing
        .slice(0, MOST)
        .map(({ equipment, consignment, bill }) => ({ equipment, consignmentId: consignment!, bill })),
      more: Math.max(0, missing.length - MOST),
    },
  }
}
