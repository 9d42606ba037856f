import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'
import type { PluginHost } from './host.js'
import { admits, semver } from './semver.js'

/** Words that lead other keys: groups of facts, and `list:`. */
const TAKEN = [
  'list',
  'consignment',
  'place',
  'goods',
  'consignor',
  'consignee',
  'notify',
  'party',
  'equipment',
  'conveyance',
  'filing',
  'history',
  'fact',
]

/** Id, versions and country. */
export const identityFaults = (plugin: PluginDefinition, host: PluginHost): readonly Found[] => {
  const { id, version, sdk } = plugin
  const found: Found[] = []
  if (!/^[a-z][a-z0-9_]{2,39}$/.test(id))
    found.push(
      fault('E_PLUGIN_ID', 'id', `"${id}" is no id.`, 'Use 3 to 40 small letters, digits and underscores: sri_lanka.')
    )
  if (TAKEN.includes(id) || host.reserved.includes(id))
    found.push(
      fault('E_PLUGIN_ID', 'id', `"${id}" is a word of the platform.`, 'Use the name of the country: its folder, too.')
    )
  if (!semver(version))
    found.push(fault('E_PLUGIN_VERSION', 'version', `"${version}" is no semantic version.`, 'Write it as 1.4.0.'))
  const fits = admits(sdk, semver(host.sdk)!)
  if (fits === null)
    found.push(fault('E_PLUGIN_SDK_RANGE', 'sdk', `"${sdk}" is no range.`, `Write sdk: '^${host.sdk}'.`))
  if (fits === false)
    found.push(
      fault(
        'E_PLUGIN_SDK_RANGE',
        'sdk',
        `It needs SDK ${sdk}, this is ${host.sdk}.`,
        `Use a build of the platform with that SDK, or read app/sdk/CHANGELOG.md, adapt the plugin and write sdk: '^${host.sdk}'.`
      )
    )
  return [...found, ...countryFaults(plugin)]
}

const countryFaults = ({ country }: PluginDefinition): readonly Found[] => {
  const at = (name: string) => `country.${name}`
  const found: Found[] = []
  if (!isCountry(country.code))
    found.push(
      fault('E_PLUGIN_COUNTRY', at('code'), `"${country.code}" is no country.`, 'Use its ISO 3166 alpha-2 code: GT.')
    )
  if (!isTimezone(country.timezone))
    found.push(
      fault(
        'E_PLUGIN_COUNTRY',
        at('timezone'),
        `There is no time zone "${country.timezone}".`,
        'Use an IANA name: America/Guatemala.'
      )
    )
  if (!Intl.supportedValuesOf('currency').includes(country.currency))
    found.push(
      fault(
        'E_PLUGIN_COUNTRY',
        at('currency'),
        `There is no currency "${country.currency}".`,
        'Use its ISO 4217 code: GTQ.'
      )
    )
  return found
}

/** A region that has a name of its own; user-assigned codes (AA, QM to QZ, XA to XZ, ZZ) are no countries. */
const isCountry = (code: string): boolean => {
  if (!/^[A-Z]{2}$/.test(code) || /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/.test(code)) return false
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) !== code
}

const isTimezone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
