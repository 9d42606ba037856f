import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import type { Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { chosenAnswers } from '../../answer.js'
import { chooseAnswers } from './choose_answers.js'
import { declareAlwaysFiled } from './declare_always_filed.js'

export interface SenderTerms {
  name: string
  /** Facts it files whenever they apply. */
  facts: readonly string[]
  /** Codes of what it is answered with. */
  answers: readonly string[]
}

interface Held {
  code: string
  name: string
  always_filed: string
  answers: string
}

/** Name, declaration and answers of a sender; its code stays. What is as it was is not written, and not in the audit. */
export async function changeSender(id: string, terms: SenderTerms): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const held = await firstRow<Held>(
      `select code, name, always_filed, answers from tenant.senders where id = ?::uuid for update`,
      [id]
    )
    if (!held) return err({ kind: 'not_found' as const })
    if (differ(chosenAnswers(held.answers), terms.answers)) {
      const chosen = await chooseAnswers(held.code, terms.answers)
      if (!chosen.ok) return chosen
    }
    if (differ(held.always_filed.split(/\s+/).filter(Boolean), terms.facts)) {
      const declared = await declareAlwaysFiled(held.code, terms.facts)
      if (!declared.ok) return declared
    }
    if (held.name !== terms.name) {
      await execute(`update tenant.senders set name = ? where id = ?::uuid`, [terms.name, id])
      await recordAction({ action: 'sender.renamed', subject: { kind: 'sender', id } })
    }
    return ok(null)
  })
}

const differ = (one: readonly string[], other: readonly string[]): boolean =>
  String([...new Set(one)].sort()) !== String([...new Set(other)].sort())
