import { BaseSchema } from '@adonisjs/lucid/schema'

/** The worker forgets sessions that ended long ago: it sees whose they are and when they ended, never what is in them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`grant select (id, administration_id, expires_at), delete on control.sessions to landfall_control`)
  }
}
