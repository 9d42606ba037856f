import type { Plain } from '../../../resources/pages/administration/workflows/show.props.js'
import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import { WORKFLOW_SUBJECTS, type WorkflowSubject } from '#core/workflow/definition'
import { drawWorkflow } from '#core/workflow/layout'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { tailor, type Tailoring } from '#core/workflow/tailor'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { draftWorkflow } from '../actions/draft_workflow.js'
import { publishWorkflow } from '../actions/publish_workflow.js'
import { listRevisions } from '../queries/list_revisions.js'
import { draftValidator, publicationValidator, subjectValidator } from '../validators/workflows.js'

const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as Plain<T>

/** Faults a page lists at a time. */
const MOST_FAULTS = 6

/** Workflows as data: drawn, listed, drafted, published by a second person. */
export default class WorkflowsController {
  async show(ctx: HttpContext) {
    const { params, revision } = await ctx.request.validateUsing(subjectValidator)
    const { subject } = params
    const revisions = await listRevisions(subject)
    const live = revisions.find(({ published_at: at }) => at !== null)?.revision ?? 0
    const shown = revision ?? revisions[0]?.revision ?? 0
    const row = revisions.find((each) => each.revision === shown)
    if (shown !== 0 && !row) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    const core = CORE_WORKFLOWS[subject]
    const workflow = tailor(core, row?.tailoring ?? {})
    return ctx.inertia.render('administration/workflows/show', {
      subject,
      subjects: [...WORKFLOW_SUBJECTS],
      workflow: plain(workflow),
      coreStates: core.states.map(({ code }) => code),
      drawing: plain(drawWorkflow(workflow)),
      tailoring: plain(row?.tailoring ?? {}),
      shown,
      live,
      revisions: revisions.map((each) => ({
        revision: each.revision,
        drafter: each.drafter,
        draftedAt: each.created_at.toISOString(),
        publisher: each.publisher,
        publishedAt: each.published_at?.toISOString() ?? null,
        running: each.running,
        note: each.note,
      })),
      templates: await templatesFor(subject),
      may: {
        draft: ctx.officer.permissions.has('workflows.manage'),
        publish:
          ctx.officer.permissions.has('workflows.manage') &&
          row !== undefined &&
          row.published_at === null &&
          row === revisions[0] &&
          row.drafter_id !== ctx.officer.id,
      },
    })
  }

  async store(ctx: HttpContext) {
    const { params } = await ctx.request.validateUsing(subjectValidator)
    const { tailoring, template, note } = await ctx.request.validateUsing(draftValidator)
    const drafted = await draftWorkflow(ctx.officer.id, {
      subject: params.subject,
      tailoring: tailoring as Tailoring,
      template,
      note,
    })
    if (drafted.ok)
      return answerDone(ctx, pathOf(ctx, params.subject), sentence('workflow.drafted', { revision: drafted.value }))
    const fields = drafted.error
      .slice(0, MOST_FAULTS)
      .map(
        ({ code, at, also = '' }, index) =>
          [`fault_${index}`, sentence(`workflow.fault_${code}`, { at, also })] as const
      )
    return answerFailure(ctx, { kind: 'invalid', fields: Object.fromEntries(fields) } satisfies Failure)
  }

  async publish(ctx: HttpContext) {
    const { params } = await ctx.request.validateUsing(subjectValidator)
    const { running } = await ctx.request.validateUsing(publicationValidator)
    const published = await publishWorkflow(ctx.officer, params.subject, Number(ctx.params.revision), running)
    if (!published.ok) return answerFailure(ctx, published.error)
    return answerDone(ctx, pathOf(ctx, params.subject), sentence('workflow.published'))
  }
}

const pathOf = ({ params }: HttpContext, subject: WorkflowSubject) =>
  `/a/${params.code}/administration/workflows/${subject}`

/** What enabled plugins offer to begin with. */
const templatesFor = async (subject: WorkflowSubject) =>
  (await enabledPlugins()).flatMap(({ plugin }) =>
    (plugin.workflowTemplates ?? [])
      .filter((template) => template.subject === subject)
      .map(({ code, title, tailoring }) => ({ code, title: title as string, tailoring: plain(tailoring) }))
  )
