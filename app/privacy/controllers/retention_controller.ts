import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { retentionRegistry } from '#platform/retention/registry'
import { isStep } from '#platform/retention/retention_class'
import { changePolicy } from '../actions/change_policy.js'
import { runRetention } from '../actions/run_retention.js'
import { listPolicies } from '../queries/list_policies.js'
import { listRuns } from '../queries/list_runs.js'
import { previewPolicy } from '../queries/preview_policy.js'
import { policyValidator, previewValidator } from '../validators/privacy.js'

/** How long what is kept, and what was erased when. */
export default class RetentionController {
  async index({ inertia, officer }: HttpContext) {
    const [policies, runs] = [await listPolicies(), await listRuns()]
    return inertia.render('privacy/retention', {
      policies: policies.map(({ class: each, changedAt, ...policy }) => ({
        ...policy,
        code: each.code,
        masks: isStep(each.mask),
        defaults: { ...each.defaults },
        changedAt: changedAt?.toISOString() ?? null,
      })),
      runs: runs.map(({ startedAt, finishedAt, ...run }) => ({
        ...run,
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt?.toISOString() ?? null,
      })),
      may: { edit: officer.permissions.has('privacy.manage') },
    })
  }

  async preview(ctx: HttpContext) {
    const each = found(retentionRegistry.get(ctx.params.class))
    const input = await ctx.request.validateUsing(previewValidator)
    const wanted = { maskAfterDays: input.maskAfterDays || null, deleteAfterDays: input.deleteAfterDays }
    return ctx.response.json(await previewPolicy(each, wanted, new Date()))
  }

  async update(ctx: HttpContext) {
    const input = await readInput(ctx, policyValidator, 'authoring')
    const changed = await changePolicy(
      { ...input, maskAfterDays: input.maskAfterDays || null, class: ctx.params.class },
      ctx.officer.id
    )
    if (!changed.ok) return answerFailure(ctx, changed.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_policy'))
  }

  /** Counts what today's run would do, and leaves that in the log. */
  async dryRun(ctx: HttpContext) {
    const results = await runRetention(new Date(), { dryRun: true })
    const sum = (pick: (each: (typeof results)[number]) => number) =>
      results.reduce((total, each) => total + pick(each), 0)
    return answerDone(
      ctx,
      pathOf(ctx),
      sentence('privacy.done_dry_run', {
        masked: sum((each) => (each.step === 'mask' ? each.done : 0)),
        deleted: sum((each) => (each.step === 'delete' ? each.done : 0)),
        held: sum((each) => each.held),
      })
    )
  }
}

const pathOf = ({ administration }: HttpContext) => `/a/${administration!.code}/privacy/retention`
