import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { pluginRegistry } from '#platform/plugins/registry'
import { acceptBuild } from '../../actions/plugins/accept_build.js'
import { changeSettings } from '../../actions/plugins/change_settings.js'
import { disablePlugin } from '../../actions/plugins/disable_plugin.js'
import { enablePlugin } from '../../actions/plugins/enable_plugin.js'
import { getInstallation, listInstallations } from '../../queries/plugins/get_installation.js'
import { pluginPage, pluginRow } from '../../transformers/plugin_page.js'
import { settingsValidator } from '../../validators/plugins.js'
import { pathTo, read } from '../form_answers.js'

/** The plugins of the build, as this administration uses them. */
export default class PluginsController {
  async index({ inertia }: HttpContext) {
    const installed = new Map((await listInstallations()).map((each) => [each.plugin, each]))
    return inertia.render('administration/plugins/index', {
      plugins: pluginRegistry.all().map((plugin) => pluginRow(plugin, installed.get(plugin.id) ?? null)),
    })
  }

  async show(ctx: HttpContext) {
    const plugin = pluginOf(ctx)
    return ctx.inertia.render('administration/plugins/show', await pluginPage(plugin, await getInstallation(plugin.id)))
  }

  async enable(ctx: HttpContext) {
    return this.#answer(ctx, await enablePlugin(pluginOf(ctx), ctx.officer.id), 'plugins.done_enabled')
  }

  async disable(ctx: HttpContext) {
    return this.#answer(ctx, await disablePlugin(pluginOf(ctx), ctx.officer.id), 'plugins.done_disabled')
  }

  async settings(ctx: HttpContext) {
    const plugin = pluginOf(ctx)
    const input = await read(ctx, settingsValidator)
    return this.#answer(ctx, await changeSettings(plugin, input, ctx.officer.id), 'common.done_saved')
  }

  async accept(ctx: HttpContext) {
    return this.#answer(ctx, await acceptBuild(pluginOf(ctx), ctx.officer.id), 'plugins.done_accepted')
  }

  #answer(ctx: HttpContext, result: Result<null, Failure>, said: string) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, pathTo(ctx, `plugins/${ctx.params.plugin}`), sentence(said))
  }
}

/** A plugin that was removed from the build is nowhere to be found. */
const pluginOf = ({ params }: HttpContext) => found(pluginRegistry.get(params.plugin))
