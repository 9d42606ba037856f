import type { Content } from 'pdfmake/interfaces.js'
import type { CourtContent, CourtQuestion, CourtReferral } from '../content.js'
import type { Press } from './print.js'
import { attachmentTable } from './study.js'
import { joined, type Words } from './words.js'

/** What partners and filers were asked, and what came back. */
export function outsideSections(press: Press, { referrals, questions }: CourtContent): Content[] {
  const { paper, words } = press
  const { t } = words
  const columns = [
    { title: t('court.local_time'), width: 84 },
    { title: t('court.asked_of'), width: 100 },
    { title: t('court.what'), width: '*' as const },
    { title: t('court.answer'), width: 150 },
  ]
  const files = [...referrals, ...questions].flatMap(({ attachments }) => attachments)
  return [
    ...(referrals.length === 0
      ? []
      : [
          paper.heading(t('court.referrals')),
          paper.table(
            columns,
            referrals.map((each) => referralRow(words, each))
          ),
        ]),
    ...(questions.length === 0
      ? []
      : [
          paper.heading(t('court.questions')),
          paper.table(
            columns,
            questions.map((each) => questionRow(words, each))
          ),
        ]),
    ...(files.length === 0 ? [] : [paper.subheading(t('court.files_of_answers')), attachmentTable(press, files)]),
  ]
}

const lines = (...said: (string | null)[]): string => said.flatMap((line) => line ?? []).join('\n')

const referralRow = ({ t, code, local }: Words, referral: CourtReferral) => [
  local(referral.madeAt),
  lines(referral.to, t('court.by', { name: referral.by })),
  lines(
    joined(code('cases.purpose_', referral.purpose), code('cases.basis_', referral.basis), referral.reference),
    referral.message,
    referral.withdrawnAt && t('court.withdrawn_at', { at: local(referral.withdrawnAt)! })
  ),
  referral.answers.length === 0
    ? t('court.no_answer')
    : referral.answers
        .map(({ result, words, by, at }) =>
          lines(joined(code('referrals.result_', result), words), joined(by, local(at)))
        )
        .join('\n'),
]

const questionRow = ({ t, code, local }: Words, question: CourtQuestion) => [
  local(question.madeAt),
  lines(question.sender, question.bill, t('court.by', { name: question.madeBy })),
  lines(
    joined(
      code('questions.kind_', question.kind),
      t('questions.number', { number: question.number }),
      code('questions.state_', question.state)
    ),
    question.items.map((item) => code('questions.item_', item)).join(', '),
    question.note,
    question.dueAt && t('court.until', { at: local(question.dueAt)! })
  ),
  question.answeredAt === null
    ? t('court.no_answer')
    : lines(
        joined(code('questions.reply_', question.reply), question.answer),
        joined(question.answeredBy, local(question.answeredAt))
      ),
]
