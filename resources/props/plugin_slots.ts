/**
 * What a panel of a plugin is given, by slot. Plain data, made by the server for who may see it; a panel
 * fetches nothing.
 */
export interface SlotProps {
  'consignment.panel': {
    consignment: {
      reference: string | null
      masterReference: string | null
      level: 'master' | 'house' | 'straight'
      nature: string | null
      /** National codes as filed, with their names where a code list of the plugin has them. */
      office: { code: string; name: string | null } | null
      warehouse: { code: string; name: string | null } | null
    }
    parties: {
      role: string
      name: string | null
      identifiers: { type: string; value: string; valid: boolean | null }[]
    }[]
    settings: Record<string, string | number | boolean | string[]>
  }
}

/** What every page of a plugin is given. */
export interface PluginPageProps {
  settings: Record<string, string | number | boolean | string[]>
  /** Code lists of the plugin, in the edition of today. */
  codeLists: { code: string; edition: string; title: string; rows: { code: string; name: string }[] }[]
  deadlines: { mode: string; from: string; hours: number; title: string }[]
}
