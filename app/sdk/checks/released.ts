import { contributionVersions } from '../contribution_list.js'
import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'
import { compareSemver, semver } from './semver.js'

/** `released.json` of a plugin: what its last release contributed, which saved work may pin. */
export interface Released {
  readonly version: string
  /** `indicator jamaica.late` → version */
  readonly contributions: Readonly<Record<string, number>>
}

export const releaseOf = (plugin: PluginDefinition): Released => ({
  version: plugin.version,
  contributions: contributionVersions(plugin),
})

/** Saved work names versions: none is lowered, and none goes. */
export const releasedFaults = (plugin: PluginDefinition, released: Released): readonly Found[] => {
  const found: Found[] = []
  const [before, now] = [semver(released.version), semver(plugin.version)]
  if (before && now && compareSemver(now, before) < 0)
    found.push(
      fault(
        'E_PLUGIN_LOWERED',
        'version',
        `${plugin.version} is older than the released ${released.version}.`,
        'Raise the version of the plugin.'
      )
    )
  const versions = contributionVersions(plugin)
  for (const [name, version] of Object.entries(released.contributions)) {
    const at = versions[name]
    if (at === undefined)
      found.push(
        fault('E_PLUGIN_LOWERED', name, `It was released and is gone.`, 'Put it back: saved work may name it.')
      )
    else if (at < version)
      found.push(
        fault(
          'E_PLUGIN_LOWERED',
          name,
          `It was released as version ${version} and is ${at}.`,
          `Give it a version above ${version}; versions never go back.`
        )
      )
  }
  return found
}
