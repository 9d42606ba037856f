import type { HttpContext } from '@adonisjs/core/http'
import { listOwnPorts } from '#app/cargo_register/published'
import { answerDone, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { chooseRule, chooseSchedule, forgetChoices } from '../actions/choose.js'
import { KIND_CODES } from '../kinds.js'
import { previewOf } from '../preview.js'
import { getChoices, mayHear, type Choices } from '../queries/get_choices.js'
import { listOccurrences } from '../queries/list_occurrences.js'
import { quietOf, ruleViews, scheduleView, yesterdayOf } from '../transformers/choices_view.js'
import { ruleValidator, scheduleValidator } from '../validators/choices.js'

/** What an officer wants to be told, and when. */
export default class NotificationRulesController {
  async index({ inertia, officer }: HttpContext) {
    const choices = await getChoices(officer)
    return inertia.render('notifications/rules', {
      rules: ruleViews(choices),
      schedule: scheduleView(choices),
      ports: await listOwnPorts(),
      timezones: Intl.supportedValuesOf('timeZone'),
      preview: await preview(officer.id, choices, new Date()),
    })
  }

  async update(ctx: HttpContext) {
    const kind = found(KIND_CODES.find((code) => code === ctx.params.kind && mayHear(code, ctx.officer.permissions)))
    await chooseRule(ctx.officer.id, kind, await readInput(ctx, ruleValidator, 'notifications'))
    return answerDone(ctx, rulesPath(ctx), sentence('notifications.done_rule'))
  }

  async schedule(ctx: HttpContext) {
    const { quiet, ...input } = await readInput(ctx, scheduleValidator, 'notifications')
    const digestHours = [...input.digestHours].sort((a, b) => a - b)
    await chooseSchedule(ctx.officer.id, { ...input, digestHours, quiet: quietOf(quiet) })
    return answerDone(ctx, rulesPath(ctx), sentence('notifications.done_schedule'))
  }

  async reset(ctx: HttpContext) {
    await forgetChoices(ctx.officer.id)
    return answerDone(ctx, rulesPath(ctx), sentence('notifications.done_reset'))
  }
}

const rulesPath = ({ administration }: HttpContext) => `/a/${administration!.code}/notifications/rules`

async function preview(officerId: string, { rules, schedule }: Choices, now: Date) {
  const { from, until } = yesterdayOf(now, schedule)
  const byKind = new Map<string, Choices['rules'][number]['rule']>(rules.map(({ kind, rule }) => [kind, rule]))
  const would = previewOf(await listOccurrences(officerId, from, until), (kind) => byKind.get(kind) ?? null, schedule)
  return {
    ...would,
    from: from.toISOString(),
    mails: would.mails.map(({ at, ...mail }) => ({ ...mail, at: at.toISOString() })),
  }
}
