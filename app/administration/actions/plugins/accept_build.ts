import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { contributionVersions, settingsOf, type PluginDefinition } from '#sdk'
import { getInstallation, holdInstallation } from '../../queries/plugins/get_installation.js'

/**
 * The administration has seen what the plugin of this build changes: its versions are noted, and stored
 * settings become those of the present version. What saved work pins keeps its version either way.
 */
export async function acceptBuild(plugin: PluginDefinition, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const held = await holdInstallation(plugin.id)
    if (held?.state !== 'enabled') return err(conflict('plugins.not_enabled'))
    const { version, settingsVersion, settings } = (await getInstallation(plugin.id))!
    await execute(
      `update tenant.plugin_installations set plugin_version = ?, contributions = ?::jsonb, settings = ?::jsonb, settings_version = ?,
         changed_by = ?::uuid, changed_at = now() where plugin_id = ?`,
      [
        plugin.version,
        JSON.stringify(contributionVersions(plugin)),
        JSON.stringify(settingsOf(plugin, { version: settingsVersion, values: settings })),
        plugin.settings?.version ?? 1,
        officerId,
        plugin.id,
      ]
    )
    await recordAction({
      action: 'plugin.upgraded',
      subject: { kind: 'plugin', id: plugin.id },
      data: { from: version, to: plugin.version },
    })
    return ok(null)
  })
}
