import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { dispatch } from './dispatch.js'
import { drainName } from './doorbell.js'
import { jobRegistry } from './registry.js'

/** Rings again for every bell that still hangs after `olderThanMs`, in every database. Returns how many. */
export async function sweepDoorbells(olderThanMs: number): Promise<number> {
  let rung = 0
  for (const placement of ['main', ...Object.keys(placementAddresses())]) {
    const bells: { administration_id: string; room: string }[] = await db
      .connection(connectionName('queue', placement))
      .from('control.doorbells')
      .select('administration_id', 'room')
      .where('rung_at', '<', new Date(Date.now() - olderThanMs))
    for (const bell of bells) {
      const administration = await directory.byId(bell.administration_id)
      // A bell of a room this build does not have must not silence the others.
      if (!administration || !jobRegistry.knows(drainName(bell.room))) continue
      const actor = { kind: 'system' as const, id: 'sweep' }
      await tenancy.run({ administration, actor, correlationId: randomUUID() }, () => dispatch(drainName(bell.room)))
      rung++
    }
  }
  return rung
}
