import guatemala from '#plugins/guatemala/plugin'
import type { PluginDefinition } from '#sdk'

/** Every country plugin of this build; the only place that imports them. */
const plugins: readonly PluginDefinition[] = [guatemala]

export default plugins
