import { ok, type Result } from '#core/kernel/result'
import type { Failure } from '#platform/http/failure'
import { unitOfWork } from '#platform/tenancy/database'
import { sitesOf } from '../../queries/places/list_sites.js'
import { unitsOf } from '../../queries/places/list_units.js'
import type { PlaceKind } from '../../place_kinds.js'
import { addMember, removeMember } from './change_members.js'

export interface Places {
  units: readonly string[]
  sites: readonly string[]
}

/** An officer works in exactly these open units and sites from now on. */
export async function placeOfficer(officerId: string, { units, sites }: Places): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const moves: [PlaceKind, readonly string[], string[]][] = [
      ['unit', units, (await unitsOf(officerId)).map(({ id }) => id)],
      ['site', sites, (await sitesOf(officerId)).map(({ id }) => id)],
    ]
    for (const [kind, wanted, now] of moves) {
      for (const id of wanted.filter((each) => !now.includes(each))) {
        const added = await addMember(kind, id, officerId)
        if (!added.ok) return added
      }
      for (const id of now.filter((each) => !wanted.includes(each))) {
        const removed = await removeMember(kind, id, officerId)
        if (!removed.ok) return removed
      }
    }
    return ok(null)
  })
}
