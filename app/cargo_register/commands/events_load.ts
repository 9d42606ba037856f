import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { loadEventsFile, MOST_BYTES } from '../actions/load_events_file.js'

/** Records the events of a file; what is wrong is said line by line, and the other lines are taken. */
export default class EventsLoadCommand extends BaseCommand {
  static override commandName = 'events:load'
  static override description = 'Record arrivals, discharges, gate-outs and releases from a CSV file'
  static override options = { startApp: true }

  @args.string({ description: 'CSV file' })
  declare file: string

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const path = resolve(this.file)
    if ((await stat(path)).size > MOST_BYTES) {
      this.exitCode = 1
      return this.logger.error(`The file is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it.`)
    }
    const text = await readFile(path, 'utf8')
    const reporter = { source: 'file' as const, name: 'file', officerId: null, mayRelease: true }
    const loaded = await inAdministration(this.administration, 'events:load', () =>
      loadEventsFile(text, reporter, Date.now())
    )
    for (const { line, problems } of loaded.refused)
      for (const { field, problem } of problems) this.logger.warning(`line ${line}, ${field ?? 'file'}: ${problem}`)
    this.logger.log(`${loaded.recorded} recorded, ${loaded.known} known already, ${loaded.refused.length} refused`)
    if (loaded.refused.length > 0) this.exitCode = 1
  }
}
