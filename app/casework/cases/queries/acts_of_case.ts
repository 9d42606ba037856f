import type { CaseActView } from '../../../../resources/pages/cases/show.props.js'
import { workflowAt } from '#app/workflows/published'
import {
  actOf,
  isSystemAct,
  stateOf,
  type WorkflowAct,
  type WorkflowDefinition,
  type WorkflowText,
} from '#core/workflow/definition'
import { judgeAct, type RefusedAct } from '#core/workflow/judge'
import type { Officer } from '#platform/access/officer'
import type { CaseRow } from './get_case.js'
import { whoDid } from './who_did.js'

/** Moves of the core that have forms of their own, whatever an administration calls its acts. */
const ASKING = ['ask', 'request_dnl'] as const
const ELSEWHERE: ReadonlySet<string> = new Set(['order_inspection', ...ASKING])
const isElsewhere = ({ code, does }: WorkflowAct): boolean => ELSEWHERE.has(code) || ELSEWHERE.has(does ?? '')
/** Shown with why not, since another person or a moment later can; what is never theirs is not shown. */
const TOLD: ReadonlySet<RefusedAct> = new Set(['held_by_other', 'not_held', 'second_person'])
/** Asked for by the form. */
const ASKED: ReadonlySet<RefusedAct> = new Set(['reason_missing', 'note_missing', 'outcome_missing'])

export interface ActsOfCase {
  definition: WorkflowDefinition
  acts: CaseActView[]
  mayOrder: boolean
  /** Acts by which filers are asked, with the core's move each makes, as far as they can be done now. */
  asking: { does: (typeof ASKING)[number]; act: CaseActView }[]
}

/** What this officer can do with a case as it stands, by its own workflow. */
export async function actsOfCase(row: CaseRow, officer: Officer): Promise<ActsOfCase> {
  const definition = await workflowAt('case', row.workflow_revision)
  const heldBy = row.idle ? null : row.holder_id
  const item = { state: row.step ?? row.state, heldBy, did: await whoDid(row.id) }
  const may = (act: string) => judgeAct(definition, item, { act, officer })
  const here = definition.acts.filter((act) => !isSystemAct(act) && act.from.includes(item.state))
  const viewOf = (act: WorkflowAct): CaseActView[] => {
    const judged = may(act.code)
    const refused = judged.ok || ASKED.has(judged.error) ? null : judged.error
    if (refused !== null && !TOLD.has(refused)) return []
    return [actView(act, officer.locale, refused === null ? null : `cases.refused_${refused}`)]
  }
  return {
    definition,
    acts: here.filter((act) => !isElsewhere(act)).flatMap(viewOf),
    mayOrder: may('order_inspection').ok,
    asking: ASKING.flatMap((does) => {
      const act = here.find((each) => each.code === does || each.does === does)
      const view = act && viewOf(act)[0]
      return view ? [{ does, act: view }] : []
    }),
  }
}

const actView = (act: WorkflowAct, locale: string, refused: string | null): CaseActView => ({
  code: act.code,
  title: wordsOf(act.title, locale),
  reason: act.guard.reason,
  reasons: (act.reasons ?? []).map((each) => ({
    code: each.code,
    title: wordsOf(each.title, locale),
    needsNote: each.needsNote === true,
  })),
  outcomes: [...(act.outcomes ?? [])],
  refused,
})

/** Whether this act of the case's own workflow has a form of its own and is not done by itself. */
export async function hasOwnForm({ workflow_revision: revision }: CaseRow, code: string): Promise<boolean> {
  const act = actOf(await workflowAt('case', revision), code)
  return act !== null && isElsewhere(act)
}

/** A key of the core's texts, or the administration's own words in the reader's language. */
export const wordsOf = (text: WorkflowText, locale: string): { key: string } | { text: string } => {
  const words = text as Readonly<Record<string, string>>
  return words.key !== undefined
    ? { key: words.key }
    : { text: words[locale] ?? words.en ?? Object.values(words)[0] ?? '' }
}

export const stateWords = (definition: WorkflowDefinition, code: string, locale: string) =>
  wordsOf(stateOf(definition, code)?.title ?? { key: `workflow.case_state_${code}` }, locale)
