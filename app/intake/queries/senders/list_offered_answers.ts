import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { rows } from '#platform/tenancy/database'
import { CORE_ANSWERS } from '../../answer.js'

/** What a sender can be answered with in this administration. */
export interface OfferedAnswer {
  code: string
  /** Key of its text. */
  title: string
  /** Whose it is; `null` is core's. */
  plugin: string | null
}

/** Core's answers, then those of the plugins that are enabled. */
export async function listOfferedAnswers(): Promise<OfferedAnswer[]> {
  const ofPlugins = (await enabledPlugins()).flatMap(({ plugin }) =>
    (plugin.acknowledgements ?? []).map(({ code, title }) => ({ code, title, plugin: plugin.id }))
  )
  return [...CORE_ANSWERS.map((code) => ({ code, title: `senders.answer_${code}`, plugin: null })), ...ofPlugins]
}

/** Holds the plugins of these answers until the unit ends: nobody disables one while a sender begins to need it. */
export const holdPluginsOf = (answers: readonly string[]): Promise<unknown> =>
  rows(`select 1 from tenant.plugin_installations where plugin_id = any (?::text[]) for share`, [
    answers.filter(isOfPlugin).map((code) => code.split('.')[0]),
  ])

/** `guatemala.cusres`, but not `syntax`. */
export const isOfPlugin = (code: string): boolean => code.includes('.')
