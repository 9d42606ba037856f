import { args, BaseCommand } from '@adonisjs/core/ace'
import { isPluginFolder, pluginFolder } from '../sources/source_faults.js'
import { writeExpected } from '../sources/write_expected.js'

/** What the fixtures of a plugin are read as, written down for the conformance kit to hold it to. */
export default class PluginExpectCommand extends BaseCommand {
  static override commandName = 'plugin:expect'
  static override description = 'Write what the fixtures of a plugin are read as now'
  static override options = { startApp: false }

  @args.string({ description: 'Id of the plugin: its folder under plugins/' })
  declare id: string

  override async run() {
    const folder = pluginFolder(this.app.makePath(), this.id)
    if (!isPluginFolder(folder)) {
      this.exitCode = 1
      return this.logger.error(`There is no plugins/${this.id}/plugin.ts.`)
    }
    const files = await writeExpected(folder)
    for (const { name, readByOthers } of files)
      if (readByOthers.length > 0)
        this.logger.warning(
          `${name} was read by ${readByOthers.join(', ')} and not by a profile of this plugin: no \`detect\` of its own knows it.`
        )
    this.logger.success(
      `${files.length} written to plugins/${this.id}/fixtures/expected. Read them before you commit them.`
    )
  }
}
