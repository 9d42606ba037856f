import { fitsField } from '../../core/indicators/arguments.js'
import type { Fields } from '../../core/indicators/definition.js'
import type { PluginDefinition, PluginSettings } from '../plugin.js'
import { unfitSettings, type SettingValues } from '../settings.js'
import { fault, type Found } from './fault.js'

/** Defaults that fit, limits that can be met, and an upgrade that answers for whatever was stored. */
export const settingFaults = (plugin: PluginDefinition): readonly Found[] => [
  ...(plugin.indicators ?? []).flatMap(({ code, args }) => fieldFaults(`${code}.args`, args as Fields)),
  ...ownSettings(plugin.settings as PluginSettings | undefined),
]

const ownSettings = (settings: PluginSettings | undefined): readonly Found[] => {
  if (!settings) return []
  const { version, fields } = settings
  const found = [...fieldFaults('settings.fields', fields)]
  if (!Number.isInteger(version) || version < 1)
    return [
      ...found,
      fault(
        'E_PLUGIN_CONTRIBUTION_VERSION',
        'settings.version',
        `Version ${version} is no whole number from 1.`,
        'Start with 1.'
      ),
    ]
  for (let from = 1; from < version; from++) found.push(...upgradeFaults(settings, from))
  return found
}

const fieldFaults = (at: string, fields: Fields): readonly Found[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name))
      return [
        fault(
          'E_PLUGIN_SETTING',
          `${at}.${name}`,
          `"${name}" is no name of a field.`,
          'Use letters and digits: leadHours.'
        ),
      ]
    if (field.min !== undefined && field.max !== undefined && field.min > field.max)
      return [
        fault(
          'E_PLUGIN_SETTING',
          `${at}.${name}`,
          `Nothing is between ${field.min} and ${field.max}.`,
          'Swap min and max.'
        ),
      ]
    if (fitsField(field, field.default)) return []
    return [
      fault(
        'E_PLUGIN_SETTING',
        `${at}.${name}.default`,
        `Its default ${JSON.stringify(field.default)} is not ${field.kind === 'integer' ? 'an' : 'a'} ${field.kind} within its limits.`,
        'Choose a default that an administration could choose itself.'
      ),
    ]
  })

/** Stored values may be anything that was ever valid, or half of it: the upgrade is tried on three kinds. */
const upgradeFaults = (settings: PluginSettings, from: number): readonly Found[] => {
  const say = (reason: string) => [
    fault(
      'E_PLUGIN_UPGRADE',
      'settings.upgrade',
      reason,
      `Answer with values for every field, whatever version ${from} stored.`
    ),
  ]
  if (!settings.upgrade)
    return say(`Settings are at version ${settings.version}, and nothing upgrades version ${from}.`)
  const stored: readonly SettingValues[] = [
    {},
    { another: 'value' },
    Object.fromEntries(Object.keys(settings.fields).map((name) => [name, null])),
  ]
  for (const values of stored) {
    let upgraded: SettingValues
    try {
      upgraded = settings.upgrade(from, Object.freeze({ ...values }))
    } catch (error) {
      return say(`It throws on ${JSON.stringify(values)} of version ${from}: ${(error as Error).message}.`)
    }
    const unfit = unfitSettings(settings.fields, upgraded)
    if (unfit.length > 0)
      return say(`From ${JSON.stringify(values)} of version ${from} it makes no good ${unfit.join(', ')}.`)
  }
  return []
}
