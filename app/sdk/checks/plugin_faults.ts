import type { PluginDefinition } from '../plugin.js'
import { answerFaults } from './answers.js'
import { codeFaults } from './codes.js'
import { derivationFaults } from './facts.js'
import { fault, type Found, type PluginFault } from './fault.js'
import { formatFaults } from './formats.js'
import { instructionFaults } from './instructions.js'
import type { PluginHost } from './host.js'
import { identityFaults } from './identity.js'
import { indicatorFaults } from './indicators.js'
import { settingFaults } from './settings.js'
import { tableFaults } from './tables.js'
import { workflowFaults } from './workflows.js'
import { textFaults, type Texts } from './texts.js'

/** Everything wrong with a plugin that can be seen without its files. Empty: it may boot. */
export const pluginFaults = async (plugin: PluginDefinition, host: PluginHost): Promise<readonly PluginFault[]> => {
  const texts = new Map<string, Texts>()
  for (const [locale, load] of Object.entries(plugin.locales)) texts.set(locale, await load())
  return [
    ...identityFaults(plugin, host),
    ...textFaults(plugin, texts),
    ...codeFaults(plugin, host),
    ...settingFaults(plugin),
    ...tableFaults(plugin),
    ...formatFaults(plugin),
    ...answerFaults(plugin),
    ...instructionFaults(plugin),
    ...workflowFaults(plugin),
    ...derivationFaults(plugin),
    ...indicatorFaults(plugin, texts.get('en') ?? {}),
  ].map((found) => ofPlugin(plugin, found))
}

/** The faults of a whole build: each plugin's own, and ids that are there twice. */
export const buildFaults = async (
  plugins: readonly PluginDefinition[],
  host: PluginHost
): Promise<readonly PluginFault[]> => {
  const ids = plugins.map(({ id }) => id)
  const twice = plugins
    .filter(({ id }, at) => ids.indexOf(id) !== at)
    .map((plugin) =>
      ofPlugin(
        plugin,
        fault(
          'E_PLUGIN_TWICE',
          'config/plugins.ts',
          `Two plugins are called "${plugin.id}".`,
          'List it once, or rename one with its folder.'
        )
      )
    )
  const own: PluginFault[] = []
  for (const plugin of plugins) own.push(...(await pluginFaults(plugin, host)))
  return [...twice, ...own]
}

export const ofPlugin = ({ id, version }: PluginDefinition, found: Found): PluginFault => ({
  plugin: id,
  version,
  ...found,
})
