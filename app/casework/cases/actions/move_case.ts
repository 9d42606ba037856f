import { workflowAt } from '#app/workflows/published'
import { actOf, type WorkflowState } from '#core/workflow/definition'
import { judgeAct, type RefusedAct } from '#core/workflow/judge'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { announce } from '#platform/events/announce'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import '../events.js'
import { windClock } from '../clock.js'
import { lockCase, type CaseRow } from '../queries/get_case.js'
import { whoDid } from '../queries/who_did.js'
import { writeCaseEvent } from './write_case_event.js'

export interface CaseMove {
  /** Act of the workflow. */
  act: string
  /** `null`: the system. */
  officer: Officer | null
  /** Whom a system act is counted for: the inspector whose result came in. */
  onBehalfOf?: string | null
  reason?: string | null
  note?: string | null
  outcome?: string | null
  /** The officer it goes to. */
  target?: string | null
  /** Version the officer looked at: another one is a conflict. */
  seen?: number
}

/**
 * The only way a case moves: its row is locked, its own workflow is asked, and what was done stands in
 * its history. Of two at once the second finds what the first left, and is told so.
 */
export async function moveCase(caseId: string, move: CaseMove): Promise<Result<CaseRow, Failure>> {
  return unitOfWork(async () => {
    let row = await lockCase(caseId)
    if (!row) return err({ kind: 'not_found' })
    if (move.seen !== undefined && move.seen !== row.version) return err(conflict('cases.refused_changed'))
    const { act, officer, reason = null, note = null, outcome = null, target = null } = move
    if (row.idle && officer && row.holder_id !== officer.id) row = await releaseIdle(row)
    const definition = await workflowAt('case', row.workflow_revision)
    const eyes = (actOf(definition, act)?.guard.notWho.length ?? 0) > 0
    const judged = judgeAct(
      definition,
      { state: row.step ?? row.state, heldBy: row.holder_id, did: eyes ? await whoDid(caseId) : {} },
      { act, officer, reason, note, outcome }
    )
    if (!judged.ok) return err(refusal(judged.error))
    const { to, act: done } = judged.value
    await put(row, to, { outcome, disposition: done.disposition ?? null, holder: holderAfter(row, move, to) })
    await writeCaseEvent(caseId, 'moved', {
      officerId: officer?.id ?? move.onBehalfOf ?? null,
      act,
      step: to.code,
      reason: reason ?? outcome,
      note,
      target,
    })
    await announce('case:moved', { caseId, act, phase: to.phase })
    if (target && target !== officer?.id) await announce('case:assigned', { caseId, officerId: target })
    return ok((await lockCase(caseId))!)
  })
}

/** Who does an officer's act on a case that nobody holds takes it; a named officer gets it; the queue has no holder. */
function holderAfter(row: CaseRow, { act, officer, target = null }: CaseMove, to: WorkflowState): string | null {
  if (to.phase === 'open' || !to.open) return null
  if (target) return target
  const takes = ['assign', 'reassign', 'begin_analysis', 'reopen'].includes(act)
  return officer && takes ? officer.id : row.holder_id
}

async function put(
  row: CaseRow,
  to: WorkflowState,
  { outcome, disposition, holder }: { outcome: string | null; disposition: string | null; holder: string | null }
): Promise<void> {
  await execute(
    `update tenant.cases set state = ?, step = ?, open = ?, closed_at = case when ? then null else now() end,
            outcome = case when ? then null else coalesce(?, outcome) end, disposition = coalesce(?, disposition), holder_id = ?,
            timer_from = ?, timer_minutes = ?, due_told_at = null, overdue_told_at = null, entered_at = now(), changed_at = now(), version = version + 1
      where id = ?`,
    [
      to.phase,
      to.code === to.phase ? null : to.code,
      to.open,
      to.open,
      to.open,
      outcome,
      disposition,
      holder,
      to.timer?.from ?? null,
      to.timer?.minutes ?? null,
      row.id,
    ]
  )
  await windClock()
}

/** What was taken and not begun binds nobody. */
async function releaseIdle(row: CaseRow): Promise<CaseRow> {
  await execute(
    `update tenant.cases set state = 'open', step = null, holder_id = null, due_told_at = null, overdue_told_at = null, entered_at = now(), changed_at = now(), version = version + 1 where id = ?`,
    [row.id]
  )
  await writeCaseEvent(row.id, 'idle_released', { officerId: null, act: 'release_idle', target: row.holder_id })
  return { ...row, state: 'open', step: null, holder_id: null, holder: null, idle: false, version: row.version + 1 }
}

const PERSON: readonly RefusedAct[] = ['not_permitted', 'needs_more', 'second_person']
const refusal = (why: RefusedAct): Failure =>
  PERSON.includes(why) ? forbidden(`cases.refused_${why}`) : conflict(`cases.refused_${why}`)
