import { tenancy } from '#platform/tenancy/tenant_context'
import type { Mode } from '#sdk'
import type { EnabledPlugin } from './enabled_plugins.js'

/** Until when cargo of one mode has to be filed. */
export interface FilingRule {
  readonly hours: number
  readonly from: 'before_arrival' | 'after_departure'
}

/**
 * The filing rules that plugins bring to the current administration, by mode; settings of a plugin go before
 * its own figures. Where two speak of a mode, the plugin of the administration's country is heard.
 */
export function filingRules(enabled: readonly EnabledPlugin[]): ReadonlyMap<Mode, FilingRule> {
  const { country } = tenancy.current().administration
  const own = (each: EnabledPlugin) => Number(each.plugin.country.code === country)
  const rules = [...enabled]
    .sort((a, b) => own(a) - own(b))
    .flatMap(({ plugin, settings }) =>
      (plugin.deadlines ?? []).map(({ mode, from, hours, setting }): [Mode, FilingRule] => {
        const chosen = setting === undefined ? undefined : settings[setting]
        return [mode, { from, hours: typeof chosen === 'number' ? chosen : hours }]
      })
    )
  return new Map(rules)
}

/** The rule for cargo of this mode; `otherwise` are the administration's own hours before arrival. */
export const filingRule = (rules: ReadonlyMap<Mode, FilingRule>, mode: string | null, otherwise: number): FilingRule =>
  rules.get((mode ?? 'sea') as Mode) ?? { from: 'before_arrival', hours: otherwise }
