import type { CodeListEdition, PluginDefinition } from '#sdk'
import type { EnabledPlugin } from './enabled_plugins.js'

export type NamedField = NonNullable<CodeListEdition['names']>

/** The edition of each code list of a plugin that is in force on a day (`yyyy-mm-dd`). */
export function listsInForce(plugin: PluginDefinition, day: string): CodeListEdition[] {
  const newest = new Map<string, CodeListEdition>()
  for (const list of plugin.codeLists ?? []) {
    const former = newest.get(list.code)
    if (list.effectiveFrom <= day && (!former || former.effectiveFrom < list.effectiveFrom)) newest.set(list.code, list)
  }
  return [...newest.values()]
}

/** What the enabled plugins call the code of a field on a day; `null` when no list has it. */
export function namesOf(
  enabled: readonly EnabledPlugin[],
  day: string
): (field: NamedField, code: string) => string | null {
  const lists = enabled.flatMap(({ plugin }) => listsInForce(plugin, day))
  return (field, code) =>
    lists.filter(({ names }) => names === field).flatMap(({ rows }) => rows.filter((row) => row.code === code))[0]
      ?.name ?? null
}
