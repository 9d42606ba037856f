import { BaseCommand, flags } from '@adonisjs/core/ace'
import { generatePassword } from '#platform/access/password'
import { localesOffered } from '#platform/plugins/translations'
import { pluginRegistry } from '#platform/plugins/registry'
import { createAdministration } from '../actions/create_administration.js'

/** A new administration with its first administrator; the generated password is printed once. */
export default class AdministrationCreateCommand extends BaseCommand {
  static override commandName = 'administration:create'
  static override description = 'Create an administration and its first administrator'
  static override options = { startApp: true }

  @flags.string({ description: 'Code in addresses, 2 to 12 letters, digits or dashes', required: true })
  declare code: string

  @flags.string({ description: 'Name, as officers see it', required: true })
  declare name: string

  @flags.string({ description: 'ISO alpha-2 code of the country', required: true })
  declare country: string

  @flags.string({ description: 'IANA time zone, e.g. America/Jamaica', required: true })
  declare timezone: string

  @flags.string({ description: 'ISO 4217 code of the currency', required: true })
  declare currency: string

  @flags.string({ description: 'Language', default: 'en' })
  declare locale: string

  @flags.array({ description: 'UN/LOCODEs of its ports' })
  declare ports?: string[]

  @flags.array({ description: 'Country plugins to enable' })
  declare plugins?: string[]

  @flags.string({ description: 'E-mail of the first administrator', required: true })
  declare email: string

  override async run() {
    const fault = this.#fault()
    if (fault) {
      this.exitCode = 1
      return this.logger.error(fault)
    }
    const administrator = { email: this.email.toLowerCase(), password: generatePassword() }
    const { code } = await createAdministration({
      code: this.code.toUpperCase(),
      name: this.name,
      country: this.country.toUpperCase(),
      timezone: this.timezone,
      locale: this.locale,
      currency: this.currency.toUpperCase(),
      demo: false,
      ports: this.ports ?? [],
      plugins: this.plugins ?? [],
      administrator,
    })
    this.logger.info(`${code} is at /a/${code}; ${administrator.email} signs in with ${administrator.password}`)
  }

  /** What is wrong with the options, in words; `null` when nothing is. */
  #fault(): string | null {
    if (!/^[A-Za-z0-9-]{2,12}$/.test(this.code)) return 'The code needs 2 to 12 letters, digits or dashes.'
    if (!/^[A-Za-z]{2}$/.test(this.country)) return 'The country is an ISO code of two letters.'
    if (!Intl.supportedValuesOf('timeZone').includes(this.timezone)) return `There is no time zone "${this.timezone}".`
    if (!Intl.supportedValuesOf('currency').includes(this.currency.toUpperCase()))
      return `There is no currency "${this.currency}".`
    if (!localesOffered().includes(this.locale)) return `Languages here: ${localesOffered().join(', ')}.`
    const unknown = (this.plugins ?? []).find((id) => !pluginRegistry.get(id))
    return unknown ? `There is no plugin "${unknown}" in this build.` : null
  }
}
