import { BaseSchema } from '@adonisjs/lucid/schema'

/** Since when a bell hangs without a turn of its drain; `rung_at` moves with every ring. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table control.doorbells add column hung_at timestamptz not null default clock_timestamp()`)
  }
}
