import { createReadStream } from 'node:fs'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { inspectFile, type InspectedFile } from '#core/formats/inspect'
import { InspectionTotals, summaryText } from '#core/formats/inspect_summary'
import type { ReadOptions } from '#core/formats/read_file'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { pluginRegistry } from '#platform/plugins/registry'
import { readApart } from '../sandboxed/read_apart.js'
import { filesOf } from './files_of.js'
import { ProgressLine } from './progress_line.js'

/**
 * Reads files with every profile of the build and says what they hold; stores nothing, needs no database.
 * Holds one file's findings at a time. Says what it could not read, goes on, and ends with 1 then. Names that begin with a dot are passed over.
 */
export default class IntakeInspectCommand extends BaseCommand {
  static override commandName = 'intake:inspect'
  static override description = 'Say what files hold, without storing anything'
  static override options = { startApp: false }

  @args.spread({ description: 'Files or directories' })
  declare paths: string[]

  @flags.boolean({ description: 'JSON: one array, with --summary one object' })
  declare json: boolean

  @flags.boolean({ description: 'Totals over all files instead of a line a file' })
  declare summary: boolean

  readonly #progress = new ProgressLine(process.stderr)

  override async run() {
    const options = this.#options()
    const totals = new InspectionTotals()
    const from = performance.now()
    let printed = 0
    let seen = 0
    for await (const found of this.#inspected(options)) {
      seen += 1
      if (found === null) totals.addUnreadable()
      else if (this.summary) {
        totals.add(found)
        this.#progress.show(seen, found.inspection.file)
      } else if (!this.json) this.logger.log(line(found))
      else this.logger.log(`${printed++ === 0 ? '[' : ','}${JSON.stringify(found.inspection, null, 2)}`)
    }
    this.#progress.clear()
    if (this.summary) {
      const summary = totals.summary((performance.now() - from) / 1000)
      this.logger.log(this.json ? JSON.stringify(summary, null, 2) : summaryText(summary))
    } else if (this.json) this.logger.log(printed === 0 ? '[]' : ']')
  }

  #options(): ReadOptions {
    const profiles = pluginRegistry.all().flatMap((plugin) => plugin.formatProfiles ?? [])
    const formats = pluginRegistry.all().flatMap((plugin) => plugin.formats ?? [])
    const reference = loadReferenceData(this.app.makePath('database/reference'))
    return { profiles, formats, reference, openWorkbook, readApart }
  }

  /** What each file holds; `null` for what could not be read, which was said. */
  async *#inspected(options: ReadOptions): AsyncGenerator<InspectedFile | null, void> {
    for (const path of this.paths)
      for await (const { path: file, error } of filesOf(path))
        yield error === undefined ? await this.#inspect(file, options) : this.#unreadable(file, error)
  }

  async #inspect(file: string, options: ReadOptions): Promise<InspectedFile | null> {
    try {
      return await inspectFile(file, createReadStream(file, { highWaterMark: 256 * 1024 }), options)
    } catch (error) {
      return this.#unreadable(file, error instanceof Error ? error.message : String(error))
    }
  }

  #unreadable(path: string, error: string): null {
    this.exitCode = 1
    this.#progress.clear()
    this.logger.error(`${path}: ${error}`)
    return null
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
