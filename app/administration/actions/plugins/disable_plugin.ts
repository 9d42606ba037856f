import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { PluginDefinition } from '#sdk'
import { holdInstallation } from '../../queries/plugins/get_installation.js'
import { listPins } from '../../queries/plugins/list_pins.js'
import { sayChanged, WEIGHING_AGAIN } from './say_changed.js'

/**
 * Takes away what it contributes, for this administration, at once. Its data and settings stay. Refused,
 * by name, while saved work pins it: a profile that is live would ask for what is gone.
 */
export async function disablePlugin(plugin: PluginDefinition, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const installed = await holdInstallation(plugin.id)
    if (installed?.state !== 'enabled') return err(conflict('plugins.not_enabled'))
    const pins = await listPins(plugin)
    if (pins.length > 0)
      return err(conflict('plugins.pinned', { count: pins.length, names: pins.map(({ name }) => name).join(', ') }))
    await execute(
      `update tenant.plugin_installations set state = 'disabled', changed_by = ?::uuid, changed_at = now() where plugin_id = ?`,
      [officerId, plugin.id]
    )
    await recordAction({
      action: 'plugin.disabled',
      subject: { kind: 'plugin', id: plugin.id },
      data: { version: plugin.version },
    })
    await sayChanged(plugin)
    return ok(null)
  }, WEIGHING_AGAIN)
}
