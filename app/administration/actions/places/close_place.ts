import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import type { PlaceKind } from '../../place_kinds.js'

const SQL = {
  unit: {
    find: `select id from tenant.units where id = ?`,
    close: `update tenant.units set closed_at = now() where id = ? and closed_at is null`,
    reopen: `update tenant.units set closed_at = null where id = ? and closed_at is not null`,
  },
  site: {
    find: `select id from tenant.sites where id = ?`,
    close: `update tenant.sites set closed_at = now() where id = ? and closed_at is null`,
    reopen: `update tenant.sites set closed_at = null where id = ? and closed_at is not null`,
  },
  agency: {
    find: `select id from tenant.agencies where id = ?`,
    close: `update tenant.agencies set closed_at = now() where id = ? and closed_at is null`,
    reopen: `update tenant.agencies set closed_at = null where id = ? and closed_at is not null`,
  },
} as const

/** A closed unit, site or agency takes nothing new and stays readable; its members stay written down. */
export const closePlace = (kind: PlaceKind, id: string) => set(kind, id, 'close', `${kind}.closed`)
export const reopenPlace = (kind: PlaceKind, id: string) => set(kind, id, 'reopen', `${kind}.reopened`)

async function set(
  kind: PlaceKind,
  id: string,
  act: 'close' | 'reopen',
  action: `${PlaceKind}.${'closed' | 'reopened'}`
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await firstRow(SQL[kind].find, [id]))) return err({ kind: 'not_found' as const })
    if ((await execute(SQL[kind][act], [id])) === 0) return err(conflict('administration.place_unchanged'))
    await recordAction({ action, subject: { kind, id } })
    return ok(null)
  })
}
