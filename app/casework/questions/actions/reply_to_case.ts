import { workflowAt } from '#app/workflows/published'
import { firstRow } from '#platform/tenancy/database'
import { moveCase } from '../../cases/actions/move_case.js'
import { getCase } from '../../cases/queries/get_case.js'

/**
 * A case that waits goes on with the last reply it waited for. One that stands elsewhere by then is left there;
 * what lapsed unanswered keeps nobody waiting.
 */
export async function replyToCase(caseId: string): Promise<void> {
  const row = await getCase(caseId)
  if (row?.state !== 'awaiting_reply') return
  const open = await firstRow(
    `select 1 from tenant.questions where case_id = ? and state = 'asked' and kind in ('rfi','rfs') limit 1`,
    [caseId]
  )
  if (open) return
  const { acts } = await workflowAt('case', row.workflow_revision)
  const reply = acts.find(({ code }) => code === 'reply')!
  if (reply.from.includes(row.step ?? row.state)) await moveCase(caseId, { act: 'reply', officer: null })
}
