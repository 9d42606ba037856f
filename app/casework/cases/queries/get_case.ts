import { firstRow } from '#platform/tenancy/database'
import { IDLE_MINUTES } from '../codes.js'
import { caseInScope } from './case_in_scope.js'

export interface CaseRow {
  id: string
  number: string
  title: string
  /** Phase: the state of the core's workflow. */
  state: string
  /** State of its own workflow where that is not the phase itself. */
  step: string | null
  workflow_revision: number
  open: boolean
  outcome: string | null
  disposition: string | null
  holder_id: string | null
  holder: string | null
  opened_by: string
  opener: string
  opened_at: Date
  entered_at: Date
  closed_at: Date | null
  /** Taken and not begun for so long that it binds nobody. */
  idle: boolean
  /** When the first of its cargo arrives; `null`: not known. */
  arrives: Date | null
  /** When somebody above is to be told; `null`: no timer, or its arrival is not known. */
  due: Date | null
  version: number
}

const FIRST_ARRIVAL = `select min(coalesce(k.arrived_at, k.eta)) as arrives from tenant.case_consignments x
    join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
    join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
   where x.tenant_id = s.tenant_id and x.case_id = s.id`
/** Of `cases s`, with the first arrival of its cargo as `r.arrives`. */
export const ARRIVAL = `left join lateral (${FIRST_ARRIVAL}) r on true`
/** For `DUE` alone: a closed case is never due, so that its cargo is not looked at. */
export const OPEN_ARRIVAL = `left join lateral (${FIRST_ARRIVAL} and s.open) r on true`
export const DUE = `case when not s.open then null when s.timer_from = 'entered' then s.entered_at + make_interval(mins => s.timer_minutes)
  when s.timer_from = 'before_arrival' then r.arrives - make_interval(mins => s.timer_minutes) end`

const COLUMNS = `s.id, s.number::text, s.title, s.state, s.step, s.workflow_revision, s.open, s.outcome, s.disposition, s.holder_id, h.name as holder,
  s.opened_by, o.name as opener, s.opened_at, s.entered_at, s.closed_at, s.version, r.arrives, ${DUE} as due,
  s.state = 'assigned' and s.changed_at < now() - make_interval(mins => ${IDLE_MINUTES}) as idle`
const FROM = `from tenant.cases s
  join tenant.officers o on o.tenant_id = s.tenant_id and o.id = s.opened_by
  left join tenant.officers h on h.tenant_id = s.tenant_id and h.id = s.holder_id ${ARRIVAL}`

/** A case that the officer's units look at. */
export async function getCase(id: string): Promise<CaseRow | null> {
  const scope = caseInScope()
  return firstRow(`select ${COLUMNS} ${FROM} where s.id = ? and ${scope.sql}`, [id, ...scope.bindings])
}

/** The same, locked until the unit of work ends: of two acts at once the second finds what the first left. */
export async function lockCase(id: string): Promise<CaseRow | null> {
  const scope = caseInScope()
  return firstRow(`select ${COLUMNS} ${FROM} where s.id = ? and ${scope.sql} for update of s`, [id, ...scope.bindings])
}
