import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { contributionVersions, defaultSettings, type PluginDefinition } from '#sdk'
import { PluginUnknown } from './errors.js'
import { pluginRegistry } from './registry.js'

/** Enables these plugins of the build for the current administration; one that is enabled stays so. */
export async function enablePlugins(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const plugin = pluginRegistry.get(id)
    if (!plugin)
      throw new PluginUnknown(`There is no plugin "${id}" in this build. Add it to config/plugins.ts and build again.`)
    await writeEnabled(plugin, null)
  }
}

/**
 * The row of an enabled plugin: what it contributes now is what the administration saw. Settings start
 * with the defaults; those of an earlier time come back. Answers whether it was not enabled before.
 */
export async function writeEnabled(plugin: PluginDefinition, by: string | null): Promise<boolean> {
  const changed = await execute(
    `insert into tenant.plugin_installations (tenant_id, plugin_id, plugin_version, contributions, settings_version, settings, changed_by)
     values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::uuid)
     on conflict (tenant_id, plugin_id) do update set state = 'enabled', plugin_version = excluded.plugin_version,
       contributions = excluded.contributions, changed_by = excluded.changed_by, changed_at = now()
     where plugin_installations.state <> 'enabled'`,
    [
      tenancy.current().administration.id,
      plugin.id,
      plugin.version,
      JSON.stringify(contributionVersions(plugin)),
      plugin.settings?.version ?? 1,
      JSON.stringify(defaultSettings(plugin)),
      by,
    ]
  )
  return changed > 0
}
