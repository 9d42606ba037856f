import pg from 'pg'
import { BaseCommand } from '@adonisjs/core/ace'
import { mainDatabase } from '#platform/database/connections'
import { QUEUE_SCHEMA, runMigrations } from '#platform/queue/connection'
import env from '#start/env'

export default class QueueMigrateCommand extends BaseCommand {
  static override commandName = 'queue:migrate'
  static override description = 'Bring the tables of the job queue up to date (PostgreSQL backend)'
  static override options = { startApp: true }

  override async run() {
    if (env.get('REDIS_URL')) return this.logger.info('jobs run on Redis, nothing to migrate')
    const client = new pg.Client({
      ...mainDatabase(),
      user: 'landfall_owner',
      password: env.get('LANDFALL_DB_OWNER_PASSWORD'),
    })
    await client.connect()
    try {
      await runMigrations(client as never, QUEUE_SCHEMA)
    } finally {
      await client.end()
    }
    this.logger.info('queue tables are up to date')
  }
}
