import { BaseCommand, flags } from '@adonisjs/core/ace'
import { inEveryAdministration } from '#platform/commands/every_administration'
import { ring } from '#platform/queue/doorbell'
import { checkHistory } from '../actions/check_history.js'

/** What the worker does once a day, now. Exit 1 when something differs and is not repaired. */
export default class HistoryCheckCommand extends BaseCommand {
  static override commandName = 'history:check'
  static override description = 'Count the history of parties again and compare it with what was counted'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration' })
  declare administration?: string

  @flags.boolean({ description: 'Write anew what differs' })
  declare repair?: boolean

  override async run() {
    const repair = this.repair ?? false
    await inEveryAdministration(
      'history:check',
      async ({ code }) => {
        const { consignments, missing, wrong, extra, counters } = await checkHistory({ repair })
        // An administration from before the daily check gets its first bell here.
        await ring('history')
        const found = `${missing} missing, ${wrong} wrong, ${extra} too many, ${counters} counters differ`
        this.logger.info(`${code}: ${consignments} consignments; ${found}${repair ? ', repaired' : ''}`)
        if (!repair && missing + wrong + extra + counters > 0) this.exitCode = 1
      },
      this.administration
    )
  }
}
