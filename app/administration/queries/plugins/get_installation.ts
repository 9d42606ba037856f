import { firstRow, rows } from '#platform/tenancy/database'
import type { SettingValues } from '#sdk'

/** What this administration knows of a plugin. */
export interface Installation {
  plugin: string
  /** Version that was built in when it was enabled, or last looked at. */
  version: string
  state: 'enabled' | 'disabled'
  /** `deadline jamaica.sea` → version, as of then. */
  contributions: Readonly<Record<string, number>>
  settingsVersion: number
  /** Raised by every change of the settings: what a form saw. */
  settingsRevision: number
  settings: SettingValues
  changedAt: Date
  changedBy: string | null
}

/** Every plugin that was ever enabled here, by id. */
export const listInstallations = (): Promise<Installation[]> =>
  rows(
    `select i.plugin_id as plugin, i.plugin_version as version, i.state, i.contributions, i.settings_version as "settingsVersion",
       i.settings_revision as "settingsRevision", i.settings, i.changed_at as "changedAt", o.name as "changedBy"
       from tenant.plugin_installations i left join tenant.officers o on o.tenant_id = i.tenant_id and o.id = i.changed_by
      order by i.plugin_id`
  )

export const getInstallation = async (plugin: string): Promise<Installation | null> =>
  (await listInstallations()).find((each) => each.plugin === plugin) ?? null

/** Holds the row until the unit ends: enabling, disabling and publishing a profile go one after the other. */
export const holdInstallation = (plugin: string): Promise<{ state: 'enabled' | 'disabled'; revision: number } | null> =>
  firstRow(
    `select state, settings_revision as revision from tenant.plugin_installations where plugin_id = ? for update`,
    [plugin]
  )
