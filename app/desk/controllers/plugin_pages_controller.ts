import type { HttpContext } from '@adonisjs/core/http'
import { found } from '#platform/http/answers'
import { listsInForce } from '#platform/plugins/code_lists'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { filingRules } from '#platform/plugins/filing_rules'
import type { PluginPageProps } from '../../../resources/props/plugin_slots.js'
import { may } from '../plugin_view.js'
import { todayIn } from '#platform/tenancy/today'

/** Pages of plugins. One of a plugin that is not enabled here is not there, and neither is one that the officer may not see. */
export default class PluginPagesController {
  async show({ inertia, params, officer, administration }: HttpContext) {
    const { plugin, settings } = found((await enabledPlugins()).find((each) => each.plugin.id === params.plugin))
    const page = found(plugin.pages?.find((each) => each.page === params.page && may(officer, each.permission)))
    const rules = filingRules([{ plugin, settings }])
    return inertia.render('plugins/page', {
      plugin: { id: plugin.id, country: plugin.country.name },
      page: page.page,
      title: page.title,
      given: {
        settings: settings as PluginPageProps['settings'],
        codeLists: listsInForce(plugin, todayIn(administration!.timezone)).map(({ code, edition, title, rows }) => ({
          code,
          edition,
          title,
          rows: rows.map((row) => ({ ...row })),
        })),
        deadlines: (plugin.deadlines ?? []).map(({ mode, from, hours, title }) => ({
          mode,
          from,
          hours: rules.get(mode)?.hours ?? hours,
          title,
        })),
      },
    })
  }
}
