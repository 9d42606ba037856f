import { rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { fault, ofPlugin, releasedFaults, type PluginFault } from '#sdk'
import { pluginRegistry } from './registry.js'

/**
 * What the current administration has enabled and this build does not have, or has in a lower version:
 * cargo would be read and weighed as if nobody had ever agreed on it.
 */
export async function installedFaults(): Promise<PluginFault[]> {
  const { code } = tenancy.current().administration
  const installed = await rows<{ id: string; version: string; contributions: Readonly<Record<string, number>> }>(
    `select plugin_id as id, plugin_version as version, contributions from tenant.plugin_installations where state = 'enabled' order by 1`
  )
  return installed.flatMap(({ id, version, contributions }) => {
    const plugin = pluginRegistry.get(id)
    if (!plugin)
      return [
        {
          plugin: id,
          version,
          ...fault(
            'E_PLUGIN_GONE',
            code,
            `Administration ${code} has it enabled, and this build lacks it.`,
            `Build with plugins/${id} and its line in config/plugins.ts; disable it there before you remove it.`
          ),
        },
      ]
    // An older build of a plugin may come back; what saved work names may not go back.
    const lowered = releasedFaults(plugin, { version: plugin.version, contributions })
    return lowered.map((each) => ofPlugin(plugin, { ...each, at: `${code} ${each.at}` }))
  })
}
