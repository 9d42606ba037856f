import { removeAttachmentsOf } from '#platform/attachments/attachments'
import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { removeCourtFilesOf } from '../../court/retention/court_files.js'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'

const WRITTEN = `(exists (select 1 from tenant.case_events e where e.case_id = s.id and e.note is not null)
  or exists (select 1 from tenant.case_tasks k where k.case_id = s.id and k.what <> '…')
  or exists (select 1 from tenant.questions q where q.case_id = s.id and (q.note is not null or q.answer is not null))
  or exists (select 1 from tenant.instruction_deliveries d join tenant.instructions i on i.tenant_id = d.tenant_id and i.id = d.instruction_id
    where i.case_id = s.id and d.answer_reason is not null)
  or exists (select 1 from tenant.referrals r where r.case_id = s.id and r.message <> '…'))`

/** A case's time runs from its closing; an open one is never due. */
function step(which: string, apply: RetentionStep['apply']): RetentionStep {
  const old = `from tenant.cases s where s.closed_at < ? and ${which}`
  return {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select s.id ${old} and not tenant.case_is_held(s.id) order by s.closed_at, s.id limit ?`,
          [before, limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.case_is_held(s.id)))::int as held ${old}`,
        [before]
      ))!,
    apply,
  }
}

/** Cases. What people wrote goes first; which acts led where stays countable until the case goes. */
export const cases: RetentionClass = {
  code: 'cases',
  tables: [
    'cases',
    'case_consignments',
    'case_alerts',
    'case_links',
    'case_events',
    'case_tasks',
    'case_orders',
    'instructions',
    'instruction_deliveries',
    'referrals',
    'referral_consignments',
    'referral_alerts',
    'referral_attachments',
    'referral_answers',
    'questions',
  ],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 3652 },
  mask: step(WRITTEN, mask),
  remove: step('true', remove),
}

async function mask(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await execute(`update tenant.case_events set note = null where case_id = any(?::uuid[])`, [ids])
    await execute(`update tenant.case_tasks set what = '…' where case_id = any(?::uuid[])`, [ids])
    await execute(
      `update tenant.instruction_deliveries set answer_reason = null
        where instruction_id in (select id from tenant.instructions where case_id = any(?::uuid[]))`,
      [ids]
    )
    await execute(
      `update tenant.referrals set message = '…', basis_reference = '…', withdrawn_note = null where case_id = any(?::uuid[])`,
      [ids]
    )
    await execute(
      `update tenant.referral_answers set words = '…' where referral_id in (select id from tenant.referrals where case_id = any(?::uuid[]))`,
      [ids]
    )
    await execute(`update tenant.questions set note = null, answer = null where case_id = any(?::uuid[])`, [ids])
    await execute(`update tenant.cases set title = '…' where id = any(?::uuid[])`, [ids])
  })
}

async function remove(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await removeAttachmentsOf('case', ids)
    const referrals = await rows<{ id: string }>(`select id from tenant.referrals where case_id = any(?::uuid[])`, [
      ids,
    ])
    await removeAttachmentsOf(
      'referral',
      referrals.map(({ id }) => id)
    )
    const asked = await rows<{ id: string }>(`select id from tenant.questions where case_id = any(?::uuid[])`, [ids])
    await removeAttachmentsOf(
      'question',
      asked.map(({ id }) => id)
    )
    await removeCourtFilesOf(ids)
    await execute(`delete from tenant.case_links where case_id = any(?::uuid[]) or other_id = any(?::uuid[])`, [
      ids,
      ids,
    ])
    // Everything else of a case goes with its row.
    await execute(`delete from tenant.cases where id = any(?::uuid[])`, [ids])
  })
}
