import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { unitOfWork } from '#platform/tenancy/database'
import { decide, lockKeys } from './move_keys.js'

export interface Merging {
  from: string
  into: string
  reason: string
  officerId: string
}

/**
 * Two identities are one party from now on: what is weighed next counts both. What was weighed keeps what
 * was counted then. Counters stay as they are, so that the merge can be taken back at any time.
 */
export async function mergeIdentities({ from, into, reason, officerId }: Merging): Promise<Result<string, Failure>> {
  if (from === into) return err(conflict('parties.refused_same'))
  return unitOfWork(async () => {
    const keys = await lockKeys([from, into])
    const moved = keys.filter(({ identity }) => identity === from)
    if (moved.length === 0 || moved.length === keys.length) return err({ kind: 'not_found' })
    const decision = await decide(moved, { kind: 'merge', from, into, reason, officerId })
    await recordAction({
      action: 'party.merged',
      subject: { kind: 'party', id: into },
      data: { from, decision, keys: moved.length },
    })
    return ok(decision)
  })
}
