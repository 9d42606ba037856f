import plugins from '#config/plugins'
import type { PluginDefinition } from '#sdk'

/**
 * Every plugin of the build, the same in web, worker and console; checked at boot and frozen. The registry is
 * global, the view is an administration's own (`enabled_plugins.ts`); no code asks which country this is.
 */
class PluginRegistry {
  readonly #byId: ReadonlyMap<string, PluginDefinition> = new Map(plugins.map((plugin) => [plugin.id, plugin]))

  all(): readonly PluginDefinition[] {
    return plugins
  }

  get(id: string): PluginDefinition | undefined {
    return this.#byId.get(id)
  }

  locales(): string[] {
    return [...new Set(plugins.flatMap((plugin) => Object.keys(plugin.locales)))]
  }

  /** locale → flat texts, each key prefixed by its plugin's id. */
  async translations(): Promise<Record<string, Record<string, string>>> {
    const result: Record<string, Record<string, string>> = {}
    for (const plugin of plugins) {
      for (const [locale, load] of Object.entries(plugin.locales)) {
        const texts = (result[locale] ??= {})
        for (const [key, text] of Object.entries(await load())) texts[`${plugin.id}.${key}`] = text
      }
    }
    return result
  }
}

export const pluginRegistry = Object.freeze(new PluginRegistry())
