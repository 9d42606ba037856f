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
export async function enabledPlugins(): Promise<EnabledPlugin[]> {
  const found = await rows<{ plugin_id: string; settings_version: number; settings: SettingValues }>(
    `select plugin_id, settings_version, settings from tenant.plugin_installations where state = 'enabled' order by plugin_id`
  )
  return found.flatMap(({ plugin_id, settings_version, settings }) => {
    const plugin = pluginRegistry.get(plugin_id)
    return plugin ? [{ plugin, settings: settingsOf(plugin, { version: settings_version, values: settings }) }] : []
  })
}
