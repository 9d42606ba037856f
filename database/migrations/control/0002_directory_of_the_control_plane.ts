import { BaseSchema } from '@adonisjs/lucid/schema'

/** Names of the neighbours are none of an administration's business: the web reads the directory as the control role. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('revoke all on control.administrations from landfall_app')
  }
}
