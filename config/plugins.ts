import guatemala from '#plugins/guatemala/plugin'
import jamaica from '#plugins/jamaica/plugin'
import type { PluginDefinition } from '#sdk'

/** Every country plugin of this build; the only place that imports them. */
const plugins: readonly PluginDefinition[] = [guatemala, jamaica]

export default plugins
