import db from '@adonisjs/lucid/services/db'
import { rows } from '#platform/tenancy/database'
import type { Place } from './world.js'

/** What was audited in an administration, and of operators, between two moments of a test. */
export class AuditTrail {
  #seen = new Set<string>()

  constructor(private readonly place: Place) {}

  /** Forgets what is there. */
  async follow(): Promise<this> {
    await this.fresh()
    return this
  }

  /** Actions audited since the last look, in the order they were written; fifty are more than a request leaves. */
  async fresh(): Promise<string[]> {
    const entries = [...(await this.#ofAdministration()), ...(await this.#ofPlatform())]
    const unseen = entries.filter(({ id }) => !this.#seen.has(id))
    for (const { id } of unseen) this.#seen.add(id)
    return unseen.map(({ action }) => action)
  }

  #ofAdministration(): Promise<{ id: string; action: string }[]> {
    return this.place.run(() =>
      rows(
        `select id, action from (select id, action from tenant.audit_entries order by id desc limit 50) newest order by id`
      )
    )
  }

  async #ofPlatform(): Promise<{ id: string; action: string }[]> {
    const newest = await db
      .connection('control')
      .from('control.audit_entries')
      .select('id', 'action')
      .orderBy('id', 'desc')
      .limit(50)
    return newest.reverse()
  }
}
