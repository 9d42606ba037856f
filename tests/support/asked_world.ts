import { moveCase } from '#app/casework/cases/actions/move_case'
import { openCase } from '#app/casework/cases/actions/open_case'
import { askFiler } from '#app/casework/questions/actions/ask_filer'
import { answerQuestion } from '#app/casework/questions/actions/answer_question'
import { changeTerms } from '#app/casework/questions/actions/change_terms'
import { inviteFiler } from '#app/filers/actions/invite_filer'
import { loadFiler } from '#platform/access/filer'
import { loadOfficer } from '#platform/access/officer'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { execute, firstRow } from '#platform/tenancy/database'
import { engage, signInFiler } from './filers.js'
import { PHOTOGRAPH } from './fixtures/photograph.js'
import type { Place } from './world.js'

export interface Asked {
  /** Under analysis by the analyst, at version 3. */
  studyToAsk: string
  /** Awaits the answer to `question`. */
  askedStudy: string
  /** Opened by its filer, with `questionFile`, and not answered. */
  question: string
  questionFile: string
  /** The case and the question that an officer takes back. */
  withdrawnStudy: string
  questionToWithdraw: string
  /** Invited, and not here yet. */
  invitedFiler: string
  /** Somebody else of the same sender. */
  otherFiler: string
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Somebody at the sender of this cargo, and what Customs asked there, through the real actions. */
export async function askFilers(place: Place, sender: string, consignment: string): Promise<Asked> {
  const person = await engage(place, sender)
  const other = await engage(place, sender, 'other-filer')
  place.receive('filer', () => signInFiler(place, person))
  const administrator = place.officers.administrator!.id
  const invitedFiler = await place.run(async () => {
    const codes = [{ reply: 'provided', code: 'SAME' }]
    must(await changeTerms('rfi', { countedFrom: 'asked', minutes: 600, remindMinutes: 60, codes }))
    const invited = { sender, email: 'new@example.test', name: 'New', locale: 'en' }
    return must(await inviteFiler(invited, administrator))
  })
  const studyToAsk = await begun('Same filer')
  const { study: askedStudy, question } = await asked('Same answer')
  const { study: withdrawnStudy, question: questionToWithdraw } = await asked('Same mistake')
  const { question: answered } = await asked('Same end')
  await place.run(async () => {
    const filer = (await loadFiler(person.id))!
    must(await answerQuestion(answered, { reply: 'provided', text: 'Same answer' }, filer))
  })
  const file = { bytes: PHOTOGRAPH, fileName: 'same.png', about: null, officerId: person.id }
  const questionFile = must(
    await place.run(() => keepAttachment({ kind: 'question', id: question }, file, async () => true))
  ).id
  // Its filer has read it: the next look changes nothing.
  await place.run(() => execute(`update tenant.questions set seen_at = now() where id = ?`, [question]))
  return {
    ...{ studyToAsk, askedStudy, question, questionFile, withdrawnStudy, questionToWithdraw, invitedFiler },
    otherFiler: other.id,
  }

  function begun(title: string): Promise<string> {
    return place.run(async () => {
      const officer = (await loadOfficer(place.officers.analyst!.id))!
      const id = must(await openCase({ title, alerts: [], consignments: [consignment] }, officer))
      for (const act of ['assign', 'begin_analysis']) must(await moveCase(id, { act, officer }))
      return id
    }, 'analyst')
  }

  async function asked(title: string): Promise<{ study: string; question: string }> {
    const id = await begun(title)
    return place.run(async () => {
      const officer = (await loadOfficer(place.officers.analyst!.id))!
      const wanted = {
        kind: 'rfi' as const,
        consignments: [consignment],
        items: ['goods_description'],
        note: 'Same words',
        due: null,
        reason: null,
        because: null,
        seen: 3,
      }
      must(await askFiler(id, wanted, officer))
      const row = await firstRow<{ id: string }>(`select id from tenant.questions where case_id = ?`, [id])
      return { study: id, question: row!.id }
    }, 'analyst')
  }
}
