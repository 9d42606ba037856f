import { Readable } from 'node:stream'
import { loadCallsFile } from '#app/cargo_register/published'
import { receiveMessage } from '#app/intake/published'
import { callsCsv } from '#database/seeders/demo/calls_csv'
import { planTraffic } from '#database/seeders/demo/plan'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { keepProgress, type DemoProgress } from '../demo_progress.js'
import { waitUntilRead } from './wait_until_weighed.js'

const MONTHS_OF_HISTORY = 25
const HISTORY_A_MONTH = 120
const KEEP_EVERY = 100

/** What carriers of the demonstration always file when it applies: absence is an answer then. */
const ALWAYS_FILED = 'place.transhipment goods.dangerous'

/**
 * Feeds the traffic of one demo administration through ordinary intake: the calls file, the light
 * history (registered and counted), then the current month. Goes on where an earlier run stopped.
 */
export async function feedTraffic(progress: DemoProgress, say: (line: string) => void): Promise<void> {
  const { code } = tenancy.current().administration
  const plan = planTraffic({
    seed: progress.seed,
    now: progress.now,
    administration: code as 'GT' | 'JM',
    consignments: progress.consignments,
    historyMonths: MONTHS_OF_HISTORY,
    historyConsignmentsPerMonth: HISTORY_A_MONTH,
  })
  if (progress.fed === 0) await loadCallsFile(Readable.from([callsCsv(code as 'GT' | 'JM', plan.calls())]))
  let fed = 0
  let historyEnded = false
  for (const message of plan.messages()) {
    if (!message.historical && !historyEnded) {
      historyEnded = true
      await closeHistory(progress)
    }
    if (++fed <= progress.fed) continue
    await receiveMessage({
      bytes: Readable.from([message.bytes]),
      channel: 'console',
      filename: message.filename,
      senderId: null,
      submittedBy: null,
      filedAt: message.filedAt,
      historical: message.historical,
    })
    progress.fed = fed
    if (fed % KEEP_EVERY === 0) {
      keepProgress(code, progress)
      if (fed % (KEEP_EVERY * 10) === 0) say(`${code}: ${fed} messages filed`)
    }
  }
  keepProgress(code, progress)
}

/** History must be read before the current month is weighed against it. */
async function closeHistory(progress: DemoProgress): Promise<void> {
  await waitUntilRead()
  const since = new Date(progress.now)
  since.setUTCMonth(since.getUTCMonth() - MONTHS_OF_HISTORY)
  await execute(`update tenant.settings set history_complete_since = ?`, [since])
  await execute(`update tenant.senders set always_filed = ? where always_filed = ''`, [ALWAYS_FILED])
}
