import { once, EventEmitter } from 'node:events'
import { hear } from '#platform/live/listener'
import { firstRow } from '#platform/tenancy/database'

interface Waiting {
  messages: boolean
  requests: boolean
}

const heard = new EventEmitter()
heard.setMaxListeners(0)

/** Subscribes as a browser's stream does: what is committed is said. */
export const startHearing = (): (() => void) => hear(({ kind }) => void heard.emit('said', kind))

/** Resolves when nothing waits to be read or weighed: what was filed is committed, alerts and all. Says when nothing waited to be read. */
export async function allDone(): Promise<{ registered: number }> {
  let registered: number | null = null
  for (;;) {
    const said = once(heard, 'said', { signal: AbortSignal.timeout(300_000) })
    said.catch(() => {})
    const waits = (await firstRow<Waiting>(
      `select exists (select 1 from tenant.received_messages where state in ('received', 'reading')) as messages,
              exists (select 1 from tenant.assessment_requests) as requests`
    ))!
    if (!waits.messages) registered ??= performance.now()
    if (registered !== null && !waits.messages && !waits.requests) return { registered }
    await said
  }
}
