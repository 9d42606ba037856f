export interface PluginRowProps {
  id: string
  version: string
  /** ISO 3166 alpha-2, and the key of the country's name in the plugin. */
  country: { code: string; name: string }
  /** `available`: never enabled here. */
  state: 'enabled' | 'disabled' | 'available'
  /** The build holds another version than the one that was enabled. */
  changed: boolean
  /** How much of each kind it contributes; `plugins.kind_<kind>`. */
  contributes: { kind: string; count: number }[]
}

export interface PluginsProps {
  plugins: PluginRowProps[]
}
