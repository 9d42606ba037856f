import { rows } from '#platform/tenancy/database'
import { settingsOf, type PluginDefinition, type SettingValues } from '#sdk'
import { pluginRegistry } from './registry.js'

/** A plugin as the current administration uses it. */
export interface EnabledPlugin {
  readonly plugin: PluginDefinition
  /** Values of its present settings: the stored ones, upgraded and completed. */
  readonly settings: SettingValues
}

/**
 * The plugins that the current administration enabled, by id. Read from the rows each time: what was
 * disabled a moment ago is gone. A plugin that this build lacks contributes nothing.
 */
export const enabledPlugins = async (): Promise<EnabledPlugin[]> =>
  pluginsOfRows(await rows<EnabledRow>(ENABLED_PLUGINS))

/** The same as part of a statement that reads more, for whom all of it has to be of one moment. */
export const ENABLED_PLUGINS = `select plugin_id, settings_version, settings from tenant.plugin_installations
  where state = 'enabled' order by plugin_id`

export interface EnabledRow {
  readonly plugin_id: string
  readonly settings_version: number
  readonly settings: SettingValues
}

export const pluginsOfRows = (found: readonly EnabledRow[]): EnabledPlugin[] =>
  found.flatMap(({ plugin_id, settings_version, settings }) => {
    const plugin = pluginRegistry.get(plugin_id)
    return plugin ? [{ plugin, settings: settingsOf(plugin, { version: settings_version, values: settings }) }] : []
  })
