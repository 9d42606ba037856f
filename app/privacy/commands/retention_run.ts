import { BaseCommand, flags } from '@adonisjs/core/ace'
import { inEveryAdministration } from '#platform/commands/every_administration'
import { runRetention } from '../actions/run_retention.js'

/** What the worker does once a day, now; or only said, with --dry-run. */
export default class RetentionRunCommand extends BaseCommand {
  static override commandName = 'retention:run'
  static override description = 'Mask and delete what administrations may no longer keep'
  static override options = { startApp: true }

  @flags.string({ description: 'Code of one administration' })
  declare administration?: string

  @flags.boolean({ description: 'Count only' })
  declare dryRun?: boolean

  override async run() {
    const dryRun = this.dryRun ?? false
    await inEveryAdministration(
      'retention:run',
      async ({ code }) => {
        const results = await runRetention(new Date(), { dryRun })
        const due = results.filter((each) => each.done + each.held + each.kept > 0)
        if (due.length === 0) this.logger.info(`${code}: nothing is due`)
        for (const { class: name, step, done, held, kept } of due)
          this.logger.info(
            `${code} ${name}: ${dryRun ? 'would ' : ''}${step} ${done}, ${held} held, ${kept} still needed`
          )
      },
      this.administration
    )
  }
}
