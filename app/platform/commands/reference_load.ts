import pg from 'pg'
import { BaseCommand } from '@adonisjs/core/ace'
import { connectionFor, mainDatabase, placementAddresses } from '#platform/database/connections'
import { loadReferenceIntoDatabase } from '#platform/reference/load_into_database'
import env from '#start/env'

/** Runs as the owner, in the main database and in every further placement. */
export default class ReferenceLoadCommand extends BaseCommand {
  static override commandName = 'reference:load'
  static override description = 'Bring the international reference tables to the editions of this build'
  static override options = { startApp: true }

  override async run() {
    const password = env.get('LANDFALL_DB_OWNER_PASSWORD')
    if (!password) {
      this.exitCode = 1
      return this.logger.error('LANDFALL_DB_OWNER_PASSWORD is not set: this process cannot write reference tables')
    }
    for (const [placement, address] of Object.entries({ main: mainDatabase(), ...placementAddresses() })) {
      const client = new pg.Client(connectionFor('owner', password, { max: 1 }, address).connection as pg.ClientConfig)
      await client.connect()
      try {
        const loaded = await loadReferenceIntoDatabase(client, this.app.makePath('database/reference'))
        const written = loaded.filter((relation) => relation.written > 0)
        for (const { table, written: count } of written)
          this.logger.info(`${placement}: reference.${table} ${count} rows`)
        if (written.length === 0) this.logger.info(`${placement}: reference data is up to date`)
      } finally {
        await client.end()
      }
    }
  }
}
