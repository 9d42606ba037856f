import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Doorbells and health hold counts of every administration: the app role sees and writes those of
 * its own context only, the queue and the control plane read all (SECURITY 1.4 no. 1, T22).
 */
export default class extends BaseSchema {
  async up() {
    for (const table of ['doorbells', 'health']) {
      const name = `control.${table}`
      this.schema.raw(`alter table ${name} enable row level security`)
      this.schema.raw(`create policy own_administration on ${name} to landfall_app
        using (administration_id = (select tenant.current_tenant())) with check (administration_id = (select tenant.current_tenant()))`)
      this.schema.raw(`create policy plumbing on ${name} for select to landfall_queue, landfall_control using (true)`)
    }
  }
}
