import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, sentence, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { settingsOf, unfitSettings, type PluginDefinition, type SettingValues } from '#sdk'
import { getInstallation, holdInstallation } from '../../queries/plugins/get_installation.js'
import { sayChanged, WEIGHING_AGAIN } from './say_changed.js'

export interface NewSettings {
  values: SettingValues
  /** Revision the form showed. */
  seen: number
}

/** Stores settings as their next revision. A value that does not fit is named by its field; none is stored then. */
export async function changeSettings(
  plugin: PluginDefinition,
  { values, seen }: NewSettings,
  officerId: string
): Promise<Result<null, Failure>> {
  const { settings } = plugin
  if (!settings) return err({ kind: 'not_found' })
  const unfit = unfitSettings(settings.fields, values)
  if (unfit.length > 0)
    return err({
      kind: 'invalid',
      fields: Object.fromEntries(unfit.map((name) => [`values.${name}`, sentence('plugins.setting_unfit')])),
    })
  return unitOfWork(async () => {
    const held = await holdInstallation(plugin.id)
    if (held?.state !== 'enabled') return err(conflict('plugins.not_enabled'))
    if (held.revision !== seen) return err(conflict('plugins.settings_changed'))
    const before = await getInstallation(plugin.id)
    const former = settingsOf(plugin, { version: before!.settingsVersion, values: before!.settings })
    await execute(
      `update tenant.plugin_installations set settings = ?::jsonb, settings_version = ?, settings_revision = settings_revision + 1,
         changed_by = ?::uuid, changed_at = now() where plugin_id = ?`,
      [JSON.stringify(values), settings.version, officerId, plugin.id]
    )
    await recordAction({
      action: 'plugin.settings_changed',
      subject: { kind: 'plugin', id: plugin.id },
      data: { revision: seen + 1, fields: changedFields(former, values), digest: digestOf(values) },
    })
    await sayChanged(plugin)
    return ok(null)
  }, WEIGHING_AGAIN)
}

const changedFields = (before: SettingValues, after: SettingValues): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))

/** Text that an administration writes into a setting is not for the audit: a digest binds the entry to it. */
const digestOf = (values: SettingValues): string =>
  createHash('sha256')
    .update(JSON.stringify(values, Object.keys(values).sort()))
    .digest('hex')
