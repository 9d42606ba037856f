import type { HttpContext } from '@adonisjs/core/http'
import { workflowAt } from '#app/workflows/published'
import type { WorkflowDefinition } from '#core/workflow/definition'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { openCase } from '../actions/open_case.js'
import { stateWords } from '../queries/acts_of_case.js'
import { getCase } from '../queries/get_case.js'
import { getCasePage } from '../queries/get_case_page.js'
import { CASES_PER_PAGE, casesToJoin, countCases, listCases, type CaseLine } from '../queries/list_cases.js'
import { caseListValidator, newCaseValidator } from '../validators/cases.js'

/** Cases: the list, one of them, and opening one. */
export default class CasesController {
  async index(ctx: HttpContext) {
    const { inertia, officer } = ctx
    const { view = 'open', search, page = 1 } = await readInput(ctx, caseListValidator, 'cases')
    const { lines, total } = await listCases({ view, search }, officer.id, page)
    const definitions = await definitionsOf(lines)
    return inertia.render('cases/index', {
      filters: { view, search },
      counts: await countCases(officer.id),
      cases: lines.map(({ step, state, workflow_revision: revision, opened_at: openedAt, ...line }) => ({
        ...line,
        phase: state,
        state: stateWords(definitions.get(revision)!, step ?? state, officer.locale),
        openedAt: openedAt.toISOString(),
        arrives: line.arrives?.toISOString() ?? null,
        due: line.due?.toISOString() ?? null,
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / CASES_PER_PAGE)),
    })
  }

  async show({ inertia, officer, params }: HttpContext) {
    return inertia.render('cases/show', await getCasePage(found(await getCase(params.id)), officer))
  }

  /** Cases an alert can be put into, for the menus of desk and consignment. */
  async options({ response, officer }: HttpContext) {
    return response.json({ cases: await casesToJoin(officer.id) })
  }

  async store(ctx: HttpContext) {
    const { officer, administration } = ctx
    const opened = await openCase(await readInput(ctx, newCaseValidator, 'cases'), officer)
    if (!opened.ok) return answerFailure(ctx, opened.error)
    return answerDone(ctx, `/a/${administration!.code}/cases/${opened.value}`, sentence('cases.done_opened'))
  }
}

async function definitionsOf(lines: readonly CaseLine[]): Promise<Map<number, WorkflowDefinition>> {
  const revisions = [...new Set(lines.map(({ workflow_revision: revision }) => revision))]
  return new Map(await Promise.all(revisions.map(async (each) => [each, await workflowAt('case', each)] as const)))
}
