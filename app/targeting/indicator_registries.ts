import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import type { IndicatorDefinition } from '#core/indicators/definition'
import { indicatorRegistry, type IndicatorRegistry } from '#core/indicators/registry'
import { enabledPlugins, type EnabledPlugin } from '#platform/plugins/enabled_plugins'
import { pluginRegistry } from '#platform/plugins/registry'
import type { PluginDefinition } from '#sdk'

const indicatorsOf = (plugins: readonly PluginDefinition[]): IndicatorDefinition[] =>
  plugins.flatMap((plugin) => [...(plugin.indicators ?? [])])

/** What weighs in an administration: core's indicators and those of the plugins it enabled. */
export const registryOf = (enabled: readonly EnabledPlugin[]): IndicatorRegistry =>
  indicatorRegistry([...BUILTIN_INDICATORS, ...indicatorsOf(enabled.map(({ plugin }) => plugin))])

/** What a profile of the current administration may ask. */
export const enabledIndicators = async (): Promise<IndicatorRegistry> => registryOf(await enabledPlugins())

/** Every indicator of the build, so that old revisions can still be read. Nothing is weighed or offered by it. */
export const knownIndicators: IndicatorRegistry = indicatorRegistry([
  ...BUILTIN_INDICATORS,
  ...indicatorsOf(pluginRegistry.all()),
])

/** Plugins whose indicators these codes are. */
export const pluginsOf = (indicators: readonly string[]): string[] => [
  ...new Set(indicators.filter((code) => code.includes('.')).map((code) => code.split('.')[0]!)),
]
