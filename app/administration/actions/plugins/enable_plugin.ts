import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { writeEnabled } from '#platform/plugins/enable_plugins'
import { unitOfWork } from '#platform/tenancy/database'
import type { PluginDefinition } from '#sdk'
import { sayChanged, WEIGHING_AGAIN } from './say_changed.js'

/** Everything it contributes counts from the next message and the next assessment on. */
export async function enablePlugin(plugin: PluginDefinition, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await writeEnabled(plugin, officerId))) return err(conflict('plugins.enabled_already'))
    await recordAction({
      action: 'plugin.enabled',
      subject: { kind: 'plugin', id: plugin.id },
      data: { version: plugin.version },
    })
    await sayChanged(plugin)
    return ok(null)
  }, WEIGHING_AGAIN)
}
