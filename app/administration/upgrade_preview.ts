import { contributionVersions, type PluginDefinition } from '#sdk'
import type { Installation } from './queries/plugins/get_installation.js'

/** One contribution that is not what the administration saw when it enabled or last looked at the plugin. */
export interface Change {
  /** Kind and code: `deadline jamaica.sea`. */
  what: string
  /** `null`: it is new. */
  from: number | null
  /** `null`: this build has it no more. */
  to: number | null
}

export interface UpgradePreview {
  from: string
  to: string
  changes: Change[]
  /** Fields of the settings that are new or that were removed since. */
  settings: { name: string; is: 'new' | 'gone' }[]
}

/** What the plugin of this build changes against the one that was enabled; `null` when nothing. */
export function upgradePreview(plugin: PluginDefinition, installed: Installation): UpgradePreview | null {
  const now = contributionVersions(plugin)
  const names = [...new Set([...Object.keys(installed.contributions), ...Object.keys(now)])].sort()
  const changes = names
    .map((what) => ({ what, from: installed.contributions[what] ?? null, to: now[what] ?? null }))
    .filter(({ from, to }) => from !== to)
  const fields = Object.keys(plugin.settings?.fields ?? {})
  const stored = Object.keys(installed.settings)
  const settings = [
    ...fields.filter((name) => !stored.includes(name)).map((name) => ({ name, is: 'new' as const })),
    ...stored.filter((name) => !fields.includes(name)).map((name) => ({ name, is: 'gone' as const })),
  ]
  const same = installed.version === plugin.version && changes.length === 0 && settings.length === 0
  return same ? null : { from: installed.version, to: plugin.version, changes, settings }
}
