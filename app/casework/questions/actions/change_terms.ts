import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { REPLIES, type CountedFrom, type QuestionKind } from '../codes.js'

export interface NewTerms {
  countedFrom: CountedFrom
  minutes: number
  remindMinutes: number
  /** An empty code is none. */
  codes: readonly { reply: string; code: string }[]
}

/** What is given for one kind of question from now on; what is asked keeps its deadline. */
export async function changeTerms(
  kind: QuestionKind,
  { countedFrom, minutes, remindMinutes, codes }: NewTerms
): Promise<Result<null, Failure>> {
  if (codes.some(({ reply }) => !REPLIES[kind].includes(reply))) return err(invalid('codes', 'questions.refused_reply'))
  const own = Object.fromEntries(codes.flatMap(({ reply, code }) => (code === '' ? [] : [[reply, code]])))
  return unitOfWork(async () => {
    await execute(
      `insert into tenant.question_terms (tenant_id, kind, counted_from, minutes, remind_minutes, codes) values (?, ?, ?, ?, ?, ?::jsonb)
       on conflict (tenant_id, kind) do update set counted_from = excluded.counted_from, minutes = excluded.minutes,
         remind_minutes = excluded.remind_minutes, codes = excluded.codes, changed_at = now()`,
      [tenancy.current().administration.id, kind, countedFrom, minutes, remindMinutes, JSON.stringify(own)]
    )
    await recordAction({
      action: 'question_terms.changed',
      data: {
        kind,
        countedFrom,
        minutes,
        remindMinutes,
        codes: Object.entries(own).map(([reply, code]) => `${reply} ${code}`),
      },
    })
    return ok(null)
  })
}
