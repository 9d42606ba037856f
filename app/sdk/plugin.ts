import type { FormatProfile } from '../core/formats/profile.js'
import type { MessageKey } from '../core/indicators/definition.js'

export interface CountryDefinition {
  /** ISO 3166 alpha-2. */
  readonly code: string
  readonly name: MessageKey
  /** IANA zone of its ports. */
  readonly timezone: string
  /** ISO 4217. */
  readonly currency: string
}

/** Loads the texts of one language: flat, without the plugin's id in front of the keys. */
export type LocaleLoader = () => Promise<Readonly<Record<string, string>>>

/** What one country adds. Ids and versions are stored with what was read, so they never change meaning. */
export interface PluginDefinition {
  /** Folder name under `plugins/`; prefix of everything it contributes. */
  readonly id: string
  /** Semantic version of the plugin. */
  readonly version: string
  /** Semantic version range of the SDK it was built for. */
  readonly sdk: string
  readonly country: CountryDefinition
  readonly locales: Readonly<Record<string, LocaleLoader>>
  /** Declarative profiles of standard formats. */
  readonly formatProfiles?: readonly FormatProfile[]
}

export const definePlugin = (plugin: PluginDefinition): PluginDefinition => Object.freeze(plugin)
