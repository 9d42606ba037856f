import type { PluginPageProps } from '../../props/plugin_slots.js'

export interface PluginPageShown {
  plugin: { id: string; country: string }
  page: string
  /** Translation key. */
  title: string
  given: PluginPageProps
}
