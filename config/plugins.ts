import type { PluginDefinition } from '#sdk'

/** Every country plugin of this build; the only place that imports them. */
const plugins: readonly PluginDefinition[] = []

export default plugins
