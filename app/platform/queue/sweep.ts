import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { dispatch, release } from './dispatch.js'
import { drainName } from './doorbell.js'
import { jobRegistry } from './registry.js'

/** A bell that hangs so long without a turn of its drain has a job that never comes to its turn. */
const STUCK = '60 seconds'

interface Bell {
  administration_id: string
  room: string
  stuck: boolean
}

/** Rings again for every bell that still hangs after `olderThanMs`, in every database. Returns how many. */
export async function sweepDoorbells(olderThanMs: number): Promise<number> {
  let rung = 0
  for (const placement of ['main', ...Object.keys(placementAddresses())]) {
    // By the clock the bells ring by: ours may go otherwise.
    const { rows: bells }: { rows: Bell[] } = await db.connection(connectionName('queue', placement)).rawQuery(
      `select administration_id, room, hung_at < clock_timestamp() - ?::interval as stuck
         from control.doorbells where rung_at <= clock_timestamp() - make_interval(secs => ?)`,
      [STUCK, olderThanMs / 1000]
    )
    for (const bell of bells) {
      const administration = await directory.byId(bell.administration_id)
      // A bell of a room this build does not have must not silence the others.
      if (!administration || !jobRegistry.knows(drainName(bell.room))) continue
      const actor = { kind: 'system' as const, id: 'sweep' }
      await tenancy.run({ administration, actor, correlationId: randomUUID() }, async () => {
        if (bell.stuck) await release(drainName(bell.room)).catch(() => {})
        await dispatch(drainName(bell.room))
      })
      rung++
    }
  }
  return rung
}
