import type { Instant } from '#core/kernel/instant'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import type { CargoEventKind } from '../cargo_event.js'
import { isCallInScope, isConsignmentInScope } from '../queries/consignment_in_scope.js'
import { findOfCall } from '../queries/find_of_call.js'
import { writeCargoEvents } from './write_cargo_events.js'

export interface CargoByHand {
  kind: CargoEventKind
  at: Instant
  equipment: string | null
  siteId: string | null
  note: string | null
  officerId: string
}

const NOTHING_REPLACED: ReadonlyMap<string, string> = new Map()

/** An officer notes an event of one consignment. */
export async function recordOfConsignment(consignmentId: string, told: CargoByHand): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await isConsignmentInScope(consignmentId))) return err({ kind: 'not_found' as const })
    await write([consignmentId], told)
    return ok(null)
  })
}

/** The same event for all consignments of a call, or for those with the given bills and containers: all or none. */
export async function recordOfCall(
  callId: string,
  numbers: readonly string[] | null,
  told: CargoByHand
): Promise<Result<number, Failure>> {
  return unitOfWork(
    async () => {
      if (!(await isCallInScope(callId))) return err({ kind: 'not_found' as const })
      const { ids, unknown } = await findOfCall(callId, numbers)
      if (unknown.length > 0)
        return err(invalid('numbers', 'events.numbers_unknown', { numbers: unknown.slice(0, 10).join(' ') }))
      if (ids.length === 0) return err(invalid('numbers', 'events.no_consignment'))
      await write(ids, told)
      return ok(ids.length)
    },
    { statementTimeoutMs: 60_000 }
  )
}

async function write(consignmentIds: readonly string[], told: CargoByHand): Promise<void> {
  const { officerId } = told
  const by = { source: 'page' as const, reporter: `officer:${officerId}`, reference: null, place: null }
  await writeCargoEvents({ ...told, ...by, consignmentIds, replaces: NOTHING_REPLACED })
  await recordAction({
    action: 'events.recorded',
    ...(consignmentIds.length === 1 && { subject: { kind: 'consignment', id: consignmentIds[0]! } }),
    data: { source: 'page', kind: told.kind, recorded: consignmentIds.length },
  })
}

/** Another time, or (`at` null) "it did not happen": the first word stays in the log. */
export async function correctEvent(
  eventId: string,
  consignmentId: string,
  by: { at: Instant | null; note: string | null; officerId: string; mayRelease: boolean }
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [`event/${eventId}`])
    const before = await firstRow<{
      kind: CargoEventKind
      equipment: string | null
      site: string | null
      gone: boolean
    }>(
      `select e.kind, e.equipment, e.site_id as site, e.at is null or exists (
           select 1 from tenant.cargo_events r where r.tenant_id = e.tenant_id and r.replaces = e.id) as gone
         from tenant.cargo_events e where e.id = ? and e.consignment_id = ?`,
      [eventId, consignmentId]
    )
    if (!before || !(await isConsignmentInScope(consignmentId)) || (before.kind === 'release' && !by.mayRelease))
      return err({ kind: 'not_found' as const })
    if (before.gone) return err(conflict('events.refused_replaced'))
    await writeCargoEvents({
      kind: before.kind,
      at: by.at,
      consignmentIds: [consignmentId],
      equipment: before.equipment,
      place: null,
      siteId: before.site,
      source: 'page',
      reporter: `officer:${by.officerId}`,
      reference: null,
      note: by.note,
      officerId: by.officerId,
      replaces: new Map([[consignmentId, eventId]]),
    })
    await recordAction({
      action: 'events.corrected',
      subject: { kind: 'consignment', id: consignmentId },
      data: { event: eventId, kind: before.kind, happened: by.at !== null },
    })
    return ok(null)
  })
}
