import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { contributionsOf, fault, faultLine, ofPlugin, pluginFaults, releaseOf, type PluginFault } from '#sdk'
import { pluginHost } from '../host.js'
import { pluginRegistry } from '../registry.js'
import { definitionIn } from '../sources/definition_in.js'
import { isPluginFolder, pluginFolder, RELEASED_FILE, sourceFaults } from '../sources/source_faults.js'

/** Everything that would stop the boot, and what only its files show. Needs no database and boots nothing. */
export default class PluginCheckCommand extends BaseCommand {
  static override commandName = 'plugin:check'
  static override description = 'Say what is wrong with a plugin, and what to do about it'
  static override options = { startApp: false }

  @args.string({ description: 'Id of the plugin: its folder under plugins/' })
  declare id: string

  @flags.boolean({ description: 'When nothing is wrong, note in released.json what this version contributes' })
  declare release: boolean

  override async run() {
    const folder = pluginFolder(this.app.makePath(), this.id)
    if (!isPluginFolder(folder)) {
      this.exitCode = 1
      return this.logger.error(
        `There is no plugins/${this.id}/plugin.ts. ./ace make:plugin ${this.id} --country=XX writes one.`
      )
    }
    const listed = pluginRegistry.all().some((each) => each.id === this.id)
    const plugin = pluginRegistry.get(this.id) ?? (await definitionIn(folder))
    const faults: readonly PluginFault[] = [
      ...(listed ? [] : [ofPlugin(plugin, NOT_LISTED)]),
      ...(await pluginFaults(plugin, pluginHost(this.app.languageFilesPath()))),
      ...(await sourceFaults(plugin, folder)),
    ]
    for (const each of faults) this.logger.error(faultLine(each))
    if (faults.length > 0) {
      this.exitCode = 1
      return this.logger.info(`${faults.length} to mend. docs/guides/a_country_in_an_afternoon.md explains each code.`)
    }
    if (this.release) await writeFile(join(folder, RELEASED_FILE), `${JSON.stringify(releaseOf(plugin), null, 2)}\n`)
    this.logger.success(
      `${plugin.id} ${plugin.version}: nothing is wrong with its ${contributionsOf(plugin).length} contributions.`
    )
  }
}

const NOT_LISTED = fault(
  'E_PLUGIN_FOLDER',
  'config/plugins.ts',
  'The build does not list it.',
  'Import its plugin.ts there and add it to the list.'
)
