import type { CaseActView } from '../../../../resources/pages/cases/show.props.js'
import { workflowAt } from '#app/workflows/published'
import { isSystemAct, stateOf, type WorkflowDefinition, type WorkflowText } from '#core/workflow/definition'
import { judgeAct, type RefusedAct } from '#core/workflow/judge'
import type { Officer } from '#platform/access/officer'
import type { CaseRow } from './get_case.js'
import { whoDid } from './who_did.js'

/** Their own forms. */
const ELSEWHERE: ReadonlySet<string> = new Set(['order_inspection'])
/** Shown with why not, since another person or a moment later can; what is never theirs is not shown. */
const TOLD: ReadonlySet<RefusedAct> = new Set(['held_by_other', 'not_held', 'second_person'])
/** Asked for by the form. */
const ASKED: ReadonlySet<RefusedAct> = new Set(['reason_missing', 'note_missing', 'outcome_missing'])

export interface ActsOfCase {
  definition: WorkflowDefinition
  acts: CaseActView[]
  mayOrder: boolean
}

/** What this officer can do with a case as it stands, by its own workflow. */
export async function actsOfCase(row: CaseRow, officer: Officer): Promise<ActsOfCase> {
  const definition = await workflowAt('case', row.workflow_revision)
  const heldBy = row.idle ? null : row.holder_id
  const item = { state: row.step ?? row.state, heldBy, did: await whoDid(row.id) }
  const may = (act: string) => judgeAct(definition, item, { act, officer })
  const acts = definition.acts
    .filter((act) => !isSystemAct(act) && !ELSEWHERE.has(act.code) && act.from.includes(item.state))
    .flatMap((act) => {
      const judged = may(act.code)
      const refused = judged.ok || ASKED.has(judged.error) ? null : judged.error
      if (refused !== null && !TOLD.has(refused)) return []
      return [
        {
          code: act.code,
          title: wordsOf(act.title, officer.locale),
          reason: act.guard.reason,
          reasons: (act.reasons ?? []).map((each) => ({
            code: each.code,
            title: wordsOf(each.title, officer.locale),
            needsNote: each.needsNote === true,
          })),
          outcomes: [...(act.outcomes ?? [])],
          refused: refused === null ? null : `cases.refused_${refused}`,
        },
      ]
    })
  return { definition, acts, mayOrder: may('order_inspection').ok }
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
