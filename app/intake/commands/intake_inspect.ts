import { createReadStream } from 'node:fs'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inspectFile, type InspectedFile } from '#core/formats/inspect'
import { InspectionTotals } from '#core/formats/inspect_summary'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { pluginRegistry } from '#platform/plugins/registry'
import { filesOf } from './files_of.js'

/** Reads files with every profile of the build and says what they hold; stores nothing, needs no database. */
export default class IntakeInspectCommand extends BaseCommand {
  static override commandName = 'intake:inspect'
  static override description = 'Say what files hold, without storing anything'
  static override options = { startApp: false }

  @args.spread({ description: 'Files or directories' })
  declare paths: string[]

  @flags.boolean({ description: 'One JSON array' })
  declare json: boolean

  @flags.boolean({ description: 'Totals over all files' })
  declare summary: boolean

  override async run() {
    const profiles = pluginRegistry.all().flatMap((plugin) => plugin.formatProfiles ?? [])
    const formats = pluginRegistry.all().flatMap((plugin) => plugin.formats ?? [])
    const reference = loadReferenceData(this.app.makePath('database/reference'))
    const totals = new InspectionTotals()
    const inspected: InspectedFile[] = []
    for (const file of await this.#files()) {
      const found = await inspectFile(file, createReadStream(file, { highWaterMark: 256 * 1024 }), {
        profiles,
        formats,
        reference,
        openWorkbook,
      })
      totals.add(found)
      if (this.json) inspected.push(found)
      else if (!this.summary) console.log(line(found))
    }
    if (this.json)
      console.log(
        JSON.stringify(
          inspected.map(({ inspection }) => inspection),
          null,
          2
        )
      )
    if (this.summary) console.log(totals.text())
  }

  /** Every file that is there; a path that is not is said and fails the command, after the others were read. */
  async #files(): Promise<string[]> {
    const files: string[] = []
    for (const path of this.paths) {
      try {
        files.push(...(await filesOf([path])))
      } catch (error) {
        this.exitCode = 1
        this.logger.error(`${path}: ${(error as Error).message}`)
      }
    }
    return files
  }
}

const line = ({ inspection }: InspectedFile): string => {
  const { file, format, version, messages, consignments, equipment, problems } = inspection
  const grave = problems.filter(({ severity }) => severity === 'error' || severity === 'fatal').length
  return [
    file,
    format ?? 'not understood',
    version ?? '-',
    `${messages} messages`,
    `${consignments} consignments`,
    `${equipment} equipment`,
    `${problems.length} problems, ${grave} grave`,
  ].join('  ')
}
