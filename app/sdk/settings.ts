import { fitsField } from '../core/indicators/arguments.js'
import type { Fields } from '../core/indicators/definition.js'
import type { PluginDefinition, PluginSettings } from './plugin.js'

export type SettingValues = Readonly<Record<string, unknown>>

/** Names of the values that do not fit their field, and of fields that are not there. */
export const unfitSettings = (fields: Fields, values: SettingValues): readonly string[] => [
  ...Object.entries(fields).flatMap(([name, field]) => (fitsField(field, values[name]) ? [] : [name])),
  ...Object.keys(values).filter((name) => !Object.hasOwn(fields, name)),
]

const defaultsOf = (fields: Fields): SettingValues =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default]))

/**
 * Values of the plugin's present settings from stored ones: upgraded from their version, then
 * completed by defaults. A stored value that no longer fits gives way to the default.
 */
export const settingsOf = (
  plugin: PluginDefinition,
  stored: { version: number; values: SettingValues }
): SettingValues => {
  const settings: PluginSettings | undefined = plugin.settings
  if (!settings) return {}
  const fields: Fields = settings.fields
  const values =
    stored.version < settings.version && settings.upgrade
      ? settings.upgrade(stored.version, stored.values)
      : stored.values
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = (values as SettingValues)[name]
      return [name, fitsField(field, value) ? value : field.default]
    })
  )
}

/** The settings of an administration that has chosen nothing. */
export const defaultSettings = (plugin: PluginDefinition): SettingValues =>
  defaultsOf((plugin.settings as PluginSettings | undefined)?.fields ?? {})
