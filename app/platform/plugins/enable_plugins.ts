import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { PluginUnknown } from './errors.js'
import { pluginRegistry } from './registry.js'

/** Enables these plugins of the build for the current administration; one that is enabled stays so. */
export async function enablePlugins(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const plugin = pluginRegistry.get(id)
    if (!plugin)
      throw new PluginUnknown(`There is no plugin "${id}" in this build. Add it to config/plugins.ts and build again.`)
    await execute(
      `insert into tenant.plugin_installations (tenant_id, plugin_id, plugin_version) values (?, ?, ?)
       on conflict (tenant_id, plugin_id) do update set plugin_version = excluded.plugin_version`,
      [tenancy.current().administration.id, id, plugin.version]
    )
  }
}
