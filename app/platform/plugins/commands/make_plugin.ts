import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { currencyOf } from '../scaffold/currencies.js'
import { FIRST_MESSAGES } from '../scaffold/first_messages.js'
import { camel, pluginFiles, type NewPlugin } from '../scaffold/plugin_files.js'
import { pluginFolder } from '../sources/source_faults.js'
import { writeExpected } from '../sources/write_expected.js'

/** Writes a plugin that passes `plugin:check` and its own tests. Listing it is one line in config/plugins.ts. */
export default class MakePluginCommand extends BaseCommand {
  static override commandName = 'make:plugin'
  static override description = 'Begin the plugin of a country'
  static override options = { startApp: false }

  @args.string({ description: 'Id: its folder under plugins/, e.g. sri_lanka' })
  declare id: string

  @flags.string({ description: 'ISO alpha-2 code of the country', required: true })
  declare country: string

  @flags.string({ description: 'IANA time zone of its ports; needed where the country has several' })
  declare timezone?: string

  @flags.string({ description: 'ISO 4217 code of the currency' })
  declare currency?: string

  @flags.string({ description: 'What its manifests come in: CUSCAR or ASYCUDA', default: 'CUSCAR' })
  declare message: string

  override async run() {
    const country = this.country.toUpperCase()
    const plugin = {
      id: this.id,
      country,
      timezone: this.#timezone(country),
      currency: this.currency ?? currencyOf(country),
      message: this.message.toUpperCase(),
    }
    const folder = pluginFolder(this.app.makePath(), this.id)
    const fault = this.#fault(plugin, folder)
    if (fault) {
      this.exitCode = 1
      return this.logger.error(fault)
    }
    await this.#write(plugin as NewPlugin, folder)
    this.logger.success(`plugins/${this.id} is written. Now:`)
    this.logger.log(
      `  1. in config/plugins.ts:  import ${camel(this.id)} from '#plugins/${this.id}/plugin'  and ${camel(this.id)} in the list`
    )
    this.logger.log(`  2. ./ace plugin:check ${this.id}`)
    this.logger.log(`  3. npm run test:unit -- --files=${this.id}/tests/unit/manifest`)
    this.logger.log('  4. docs/guides/a_country_in_an_afternoon.md')
  }

  #timezone(country: string): string | null {
    if (this.timezone) return this.timezone
    if (!/^[A-Z]{2}$/.test(country)) return null
    const zones = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
    return zones.length === 1 ? zones[0]! : null
  }

  #fault(plugin: Begun, folder: string): string | null {
    if (!/^[a-z][a-z0-9_]{2,39}$/.test(this.id)) return 'An id has 3 to 40 small letters, digits and underscores.'
    if (existsSync(folder)) return `plugins/${this.id} is there already.`
    if (!plugin.timezone) return `Say which time zone its ports have: --timezone=America/Guatemala.`
    if (!plugin.currency) return `Say which currency it has: --currency=GTQ.`
    if (!Object.hasOwn(FIRST_MESSAGES, plugin.message)) return 'Say --message=CUSCAR or --message=ASYCUDA.'
    return null
  }

  async #write(plugin: NewPlugin, folder: string) {
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text, { flag: 'wx' })
    }
    for (const [path, text] of Object.entries(pluginFiles(plugin))) await write(path, text)
    await writeExpected(folder)
  }
}

/** What was asked for, before it is known to do. */
interface Begun {
  timezone: string | null
  currency: string | null
  message: string
}
