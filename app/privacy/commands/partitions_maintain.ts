import db from '@adonisjs/lucid/services/db'
import { BaseCommand } from '@adonisjs/core/ace'
import { inEveryAdministration } from '#platform/commands/every_administration'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { dropPartitions, type Needed } from '#platform/database/drop_partitions'
import { ensurePartitions } from '#platform/database/partitions'
import { neededMonths } from '../queries/needed_months.js'

/**
 * Once a day, by whoever supervises (`npm start` does; a timer elsewhere): months ahead are made, and
 * months that no administration needs are dropped. Only the owner role can, so neither web nor worker does.
 */
export default class PartitionsMaintainCommand extends BaseCommand {
  static override commandName = 'partitions:maintain'
  static override description = 'Make the partitions ahead and drop those that nobody needs'
  static override options = { startApp: true }

  override async run() {
    const now = new Date()
    for (const placement of ['main', ...Object.keys(placementAddresses())]) {
      const needed: Needed[] = []
      await inEveryAdministration('partitions:maintain', async (administration) => {
        if (administration.placement === placement) needed.push(await neededMonths(now))
      })
      const owner = db.connection(connectionName('owner', placement))
      await ensurePartitions(owner, now)
      const dropped = await dropPartitions(owner, needed, now)
      for (const name of dropped) this.logger.info(`${placement}: ${name} dropped`)
    }
  }
}
