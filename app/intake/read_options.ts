import type { FormatProfile } from '#core/formats/profile'
import type { ReadOptions } from '#core/formats/read_file'
import { pluginRegistry } from '#platform/plugins/registry'
import { referenceData } from '#platform/reference/service'
import { rows } from '#platform/tenancy/database'

/** How this administration reads: the profiles of the plugins it enabled, and the shared reference data. */
export async function readOptions(): Promise<ReadOptions> {
  const enabled = await rows<{ plugin_id: string }>(
    `select plugin_id from tenant.plugin_installations where state = 'enabled' order by plugin_id`
  )
  const profiles = enabled.flatMap(
    ({ plugin_id }): readonly FormatProfile[] => pluginRegistry.get(plugin_id)?.formatProfiles ?? []
  )
  return { profiles, reference: referenceData() }
}
