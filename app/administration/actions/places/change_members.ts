import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { forbidden, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { PlaceKind } from '../../place_kinds.js'

const SQL = {
  unit: {
    place: `select id from tenant.units where id = ? and closed_at is null`,
    add: `insert into tenant.unit_officers (tenant_id, unit_id, officer_id) values (?, ?, ?) on conflict do nothing`,
    remove: `delete from tenant.unit_officers where unit_id = ? and officer_id = ?`,
  },
  site: {
    place: `select id from tenant.sites where id = ? and closed_at is null`,
    add: `insert into tenant.site_officers (tenant_id, site_id, officer_id) values (?, ?, ?) on conflict do nothing`,
    remove: `delete from tenant.site_officers where site_id = ? and officer_id = ?`,
  },
  agency: {
    place: `select id from tenant.agencies where id = ? and closed_at is null`,
    add: `insert into tenant.agency_officers (tenant_id, agency_id, officer_id) values (?, ?, ?) on conflict do nothing`,
    remove: `delete from tenant.agency_officers where agency_id = ? and officer_id = ?`,
  },
} as const

/** What an officer may see hangs on units and sites, so nobody assigns himself (T07). */
const own = (officerId: string) => officerId === tenancy.current().actor.id

export async function addMember(kind: PlaceKind, placeId: string, officerId: string): Promise<Result<null, Failure>> {
  if (own(officerId)) return err(forbidden('administration.own_places'))
  return unitOfWork(async () => {
    const place = await firstRow(SQL[kind].place, [placeId])
    const officer = await firstRow(
      `select id from tenant.officers where id = ? and state <> 'disabled' and sender_id is null`,
      [officerId]
    )
    if (!place || !officer) return err({ kind: 'not_found' as const })
    const added = await execute(SQL[kind].add, [tenancy.current().administration.id, placeId, officerId])
    if (added > 0) await record(`${kind}.member_added`, kind, placeId, officerId)
    return ok(null)
  })
}

export async function removeMember(
  kind: PlaceKind,
  placeId: string,
  officerId: string
): Promise<Result<null, Failure>> {
  if (own(officerId)) return err(forbidden('administration.own_places'))
  return unitOfWork(async () => {
    const removed = await execute(SQL[kind].remove, [placeId, officerId])
    if (removed === 0) return err({ kind: 'not_found' as const })
    await record(`${kind}.member_removed`, kind, placeId, officerId)
    return ok(null)
  })
}

const record = (action: `${PlaceKind}.member_${'added' | 'removed'}`, kind: PlaceKind, id: string, officerId: string) =>
  recordAction({ action, subject: { kind, id }, data: { officer: officerId } })
