import type { EnabledPlugin } from './enabled_plugins.js'

/** Whether a number filed as this type can be one, as the enabled plugins know; `null` when none can tell. */
export function identifierCheck(enabled: readonly EnabledPlugin[]): (type: string, value: string) => boolean | null {
  const known = enabled.flatMap(({ plugin }) => plugin.identifiers ?? [])
  return (type, value) => {
    const verdicts = known.filter((each) => each.type === type).map((each) => each.valid(value))
    if (verdicts.includes(true)) return true
    // Countries share names of types: it is wrong only when every one that knows the type says so.
    return verdicts.length > 0 && !verdicts.includes(null) ? false : null
  }
}
