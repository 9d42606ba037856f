/** What a plugin is checked against: the platform that would run it. */
export interface PluginHost {
  /** Version of the SDK. */
  readonly sdk: string
  /** The permission catalogue; `null` where it is not known (a plugin's own tests). */
  readonly permissions: readonly string[] | null
  /** Prefixes of texts that are taken by the platform itself. */
  readonly reserved: readonly string[]
}
