import type { ReadOptions } from '#core/formats/read_file'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { referenceData } from '#platform/reference/service'
import { openWorkbook } from '#platform/sandbox/open_workbook'

/** How this administration reads: the profiles of the plugins it enabled, and the shared reference data. */
export async function readOptions(): Promise<ReadOptions> {
  const profiles = (await enabledPlugins()).flatMap(({ plugin }) => plugin.formatProfiles ?? [])
  return { profiles, reference: referenceData(), openWorkbook }
}
