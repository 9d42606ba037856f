import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inAdministration } from '#platform/commands/in_administration'
import { loadCallsFile } from '../actions/load_calls_file.js'

/** Registers the calls of a schedule; what is wrong is said line by line, and the other lines are taken. */
export default class CallsLoadCommand extends BaseCommand {
  static override commandName = 'calls:load'
  static override description = 'Register conveyance calls from a CSV file'
  static override options = { startApp: true }

  @args.string({ description: 'CSV file' })
  declare file: string

  @flags.string({ description: 'Code of the administration', required: true })
  declare administration: string

  override async run() {
    const path = resolve(this.file)
    const loaded = await inAdministration(this.administration, 'calls:load', () =>
      loadCallsFile(createReadStream(path))
    )
    for (const { line, problems } of loaded.lines) {
      for (const { column, problem } of problems) this.logger.warning(`line ${line}, ${column}: ${problem}`)
    }
    const { registered, changed, unchanged, refused } = loaded
    this.logger.log(`${registered} registered, ${changed} changed, ${unchanged} unchanged, ${refused} refused`)
    if (refused > 0) this.exitCode = 1
  }
}
