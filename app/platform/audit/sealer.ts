import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { Logger } from '@adonisjs/core/logger'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { reportHealth } from '#platform/database/health'
import { directory } from '#platform/tenancy/directory'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import { AnchorChain, type Signers } from './anchors/anchor_chain.js'
import { PLATFORM } from './chain/chain.js'
import { sealBatch } from './chain/seal_batch.js'
import { recordAction } from './record.js'
import { recordPlatformAction } from './record_platform.js'

const BATCH = 2_000
/** Batches of one administration before the others have their turn. */
const BATCHES = 10
const HEARTBEAT_MS = 5 * 60_000

/** Chains what waits, anchors where each chain stands, and writes the heartbeat that shows a silence (T39). */
export class Sealer {
  readonly #anchors = new Map<string, AnchorChain>()
  #beatAt = 0
  #day = ''

  constructor(
    private readonly signers: Signers,
    private readonly logger: Pick<Logger, 'error'>,
    private readonly clock: () => number = Date.now
  ) {}

  /** One turn of everybody; `true` while more waits than one turn takes. */
  async round(): Promise<boolean> {
    await this.#heartbeat()
    let more = false
    for (const administration of await this.#due()) {
      try {
        more = (await this.#serve(administration)) || more
      } catch (error) {
        this.logger.error({ err: error, administration: administration.code }, 'audit not sealed')
      }
    }
    return more
  }

  /** Who has entries that wait; everybody at the start and when a day is over. */
  async #due(): Promise<Administration[]> {
    const everybody = [PLATFORM, ...(await directory.all())]
    const today = new Date(this.clock()).toISOString().slice(0, 10)
    const waiting = this.#day === today ? await waitingIn(everybody) : everybody
    this.#day = today
    return waiting
  }

  async #serve(administration: Administration): Promise<boolean> {
    const known = this.#anchors.get(administration.id)
    const anchors = known ?? new AnchorChain(administration, this.signers, this.clock)
    // Before anything is added: what the database says is compared with what was anchored last.
    if (!known) await this.#anchor(administration, anchors)
    this.#anchors.set(administration.id, anchors)
    let full = true
    for (let batch = 0; full && batch < BATCHES; batch++) {
      const { sealed, vanished } = await sealBatch(administration, BATCH)
      if (vanished > 0) await this.#alarm(administration, `${vanished} entries vanished before they were sealed`)
      full = sealed + vanished === BATCH
    }
    await this.#anchor(administration, anchors)
    return full
  }

  async #anchor(administration: Administration, anchors: AnchorChain): Promise<void> {
    if ((await anchors.anchor()) === 'broken')
      await this.#alarm(administration, 'the database does not hold what was anchored')
  }

  /** Stays until somebody has looked: nothing resets it but a verification that finds the chain whole. */
  async #alarm(administration: Administration, what: string): Promise<void> {
    this.logger.error({ administration: administration.code }, `AUDIT ALARM: ${what}`)
    await tenancy.run(as(administration), () => reportHealth('audit_alarm', 1))
  }

  async #heartbeat(): Promise<void> {
    const since = this.clock() - this.#beatAt
    // A clock that was set back is no reason for a silence.
    if (since >= 0 && since < HEARTBEAT_MS) return
    this.#beatAt = this.clock()
    const actor = { kind: 'system' as const, id: 'sealer' }
    await recordPlatformAction({ action: 'audit.heartbeat', actor, request: randomUUID() })
    for (const administration of await directory.all())
      await tenancy.run(as(administration), () => recordAction({ action: 'audit.heartbeat' }))
  }
}

const as = (administration: Administration) => ({
  administration,
  actor: { kind: 'system' as const, id: 'sealer' },
  correlationId: randomUUID(),
})

/** Read by the queue's role, which sees ids of every administration and nothing else of them. */
async function waitingIn(everybody: readonly Administration[]): Promise<Administration[]> {
  const waiting: Administration[] = []
  for (const placement of ['main', ...Object.keys(placementAddresses())]) {
    const rows: { administration_id: string }[] = await db
      .connection(connectionName('queue', placement))
      .from('control.audit_queue')
      .distinct('administration_id')
    const ids = new Set(rows.map(({ administration_id }) => administration_id))
    waiting.push(...everybody.filter((each) => each.placement === placement && ids.has(each.id)))
  }
  return waiting
}

/** Everything that waits, of one administration; for those who need it chained now. */
export async function sealBacklog(administration: Administration): Promise<number> {
  let total = 0
  for (;;) {
    const { sealed } = await sealBatch(administration, BATCH)
    total += sealed
    if (sealed < BATCH) return total
  }
}
