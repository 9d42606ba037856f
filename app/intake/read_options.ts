import type { ReadOptions } from '#core/formats/read_file'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { referenceData } from '#platform/reference/service'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { readApart } from './sandboxed/read_apart.js'

/** How this administration reads: the profiles and formats of the plugins it enabled, and the shared reference data. */
export async function readOptions(): Promise<ReadOptions> {
  const enabled = (await enabledPlugins()).map(({ plugin }) => plugin)
  const profiles = enabled.flatMap((plugin) => plugin.formatProfiles ?? [])
  const formats = enabled.flatMap((plugin) => plugin.formats ?? [])
  return { profiles, formats, reference: referenceData(), openWorkbook, readApart }
}
