import { BaseCommand } from '@adonisjs/core/ace'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { checkWalls } from '#platform/database/catalogue_check'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { loadContextKey } from '#platform/database/context_key'
import { ensurePartitions } from '#platform/database/partitions'
import { announce } from '#platform/events/announce'
import { PluginsFaulty } from '#platform/plugins/errors'
import { installedFaults } from '#platform/plugins/installed_faults'
import type { PluginFault } from '#sdk'
import { unitOfWork } from '#platform/tenancy/database'
import { inEveryAdministration } from './every_administration.js'

declare module '#platform/events/announce' {
  interface RoomEvents {
    /** Said inside every administration when this build comes up to an existing database: each room brings its own up to date. */
    'administration:upgraded': Record<string, never>
  }
}

/** Runs as the owner in every database that holds administrations: migrations, the context key, the partitions ahead, then the walls are read back, and rooms bring what they keep up to date. */
export default class MigrateCommand extends BaseCommand {
  static override commandName = 'landfall:migrate'
  static override description = 'Bring the database up to date and check every wall in it'
  static override options = { startApp: true }

  override async run() {
    for (const placement of ['main', ...Object.keys(placementAddresses())]) await this.#migrate(placement)
    await this.#requirePlugins()
    await inEveryAdministration('migrate', () => unitOfWork(() => announce('administration:upgraded', {})))
  }

  /** @throws E_PLUGINS_FAULTY when an administration has enabled what this build does not have */
  async #requirePlugins() {
    const faults: PluginFault[] = []
    await inEveryAdministration('migrate', async () => void faults.push(...(await installedFaults())))
    if (faults.length > 0) throw new PluginsFaulty(faults)
  }

  async #migrate(placement: string) {
    const connection = connectionName('owner', placement)
    const runner = new MigrationRunner(db, this.app, { direction: 'up', connectionName: connection })
    await runner.run()
    if (runner.error) throw runner.error
    for (const [name, file] of Object.entries(runner.migratedFiles)) {
      if (file.status === 'completed') this.logger.info(`migrated ${name}`)
    }
    const owner = db.connection(connection)
    await loadContextKey(owner)
    await ensurePartitions(owner, new Date())
    const checked = await checkWalls(owner)
    this.logger.info(`${placement}: ${checked.relations} tenant relations checked, every one walled`)
  }
}
