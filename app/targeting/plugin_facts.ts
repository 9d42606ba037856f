import logger from '@adonisjs/core/services/logger'
import type { Nature } from '#core/cargo/codes'
import type { Consignment } from '#core/cargo/consignment'
import type { Fact, PluginFactKey, PluginFactValue } from '#core/facts/catalogue'
import { missing } from '#core/facts/fact'
import type { EnabledPlugin } from '#platform/plugins/enabled_plugins'

type PluginFacts = Readonly<Record<PluginFactKey, Fact<PluginFactValue>>>

/** Facts that the enabled plugins derive from a consignment; they are part of its fact snapshot. */
export function pluginFacts(
  consignment: Consignment,
  nature: Nature | null,
  enabled: readonly EnabledPlugin[]
): PluginFacts {
  const deriving = enabled.filter(({ plugin }) => (plugin.facts ?? []).length > 0)
  if (deriving.length === 0) return {}
  const frozen = deepFreeze(structuredClone(consignment))
  return Object.fromEntries(
    deriving.flatMap(({ plugin, settings }) =>
      (plugin.facts ?? []).map(({ key, derive }) => [
        key,
        orNotUnderstood(key, () => derive({ consignment: frozen, nature, settings })),
      ])
    )
  )
}

/** A plugin that throws on one consignment makes its own fact unknown, and not the work of the administration stand still. */
function orNotUnderstood(key: string, derive: () => Fact<PluginFactValue>): Fact<PluginFactValue> {
  try {
    return derive()
  } catch (error) {
    logger.error({ fact: key, reason: (error as Error).name }, 'a plugin could not derive a fact')
    return missing('not_understood')
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
