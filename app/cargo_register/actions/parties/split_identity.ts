import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { unitOfWork } from '#platform/tenancy/database'
import { decide, lockKeys } from './move_keys.js'

export interface Splitting {
  from: string
  /** Ids of the keys that belong to somebody else. */
  keys: readonly string[]
  reason: string
  officerId: string
}

/** Some of what was filed is another party: it gets an identity of its own, whose id is returned. Some stays. */
export async function splitIdentity({ from, keys, reason, officerId }: Splitting): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    const held = await lockKeys([from])
    if (held.length === 0) return err({ kind: 'not_found' })
    const moved = held.filter(({ id }) => keys.includes(id))
    if (moved.length !== new Set(keys).size) return err(conflict('parties.refused_changed'))
    if (moved.length === held.length) return err(conflict('parties.refused_nothing_stays'))
    const into = uuidv7()
    const decision = await decide(moved, { kind: 'split', from, into, reason, officerId })
    await recordAction({
      action: 'party.split',
      subject: { kind: 'party', id: from },
      data: { into, decision, keys: moved.length },
    })
    return ok(into)
  })
}
