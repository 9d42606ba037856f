import { systemState } from '#platform/faults/system_state'
import type { Trouble } from '#platform/faults/trouble'
import { tenancy } from '#platform/tenancy/tenant_context'

const LOOK_MS = 3_000

/** One look at a time serves every open stream of an administration. */
const looks = new Map<string, { at: number; state: Promise<Trouble[]> }>()

/**
 * Tells what holds up the current administration's work whenever that changes, from all well on.
 * Asked for instead of notified, because what would notify may be what is away. Returns how to stop.
 */
export function watchState(tell: (troubles: readonly Trouble[]) => void): () => void {
  const context = tenancy.current()
  let told = '[]'
  let stopped = false
  const look = async () => {
    const troubles = await tenancy.run(context, () => state(context.administration.id))
    const text = JSON.stringify(troubles)
    if (text === told || stopped) return
    told = text
    tell(troubles)
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  void look()
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

function state(administrationId: string): Promise<Trouble[]> {
  const known = looks.get(administrationId)
  if (known && performance.now() - known.at < LOOK_MS / 2) return known.state
  const fresh = systemState()
  looks.set(administrationId, { at: performance.now(), state: fresh })
  return fresh
}
