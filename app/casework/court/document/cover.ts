import type { Content } from 'pdfmake/interfaces.js'
import type { CourtContent } from '../content.js'
import type { Press } from './print.js'
import { joined } from './words.js'

/** Who says what to whom, and by which law. */
export function coverSection({ paper, words }: Press, content: CourtContent): Content[] {
  const { administration, study, version, leftOut } = content
  const { t, local, utc, code, own } = words
  const letterhead = administration.letterhead.map((key) => t(key))
  const both = (at: string | null) => (at === null ? null : `${local(at)}   (${utc(at)})`)
  return [
    ...(letterhead.length > 0 ? letterhead : [administration.name]).map((line, at) =>
      paper.text(line, { bold: at === 0, fontSize: at === 0 ? 12 : 9.5, alignment: 'center' })
    ),
    paper.text(t('court.title', { number: study.number }), { fontSize: 18, bold: true, margin: [0, 18, 0, 2] }),
    paper.text(study.title, { fontSize: 12, margin: [0, 0, 0, 8] }),
    paper.facts([
      [t('court.version'), String(version.number)],
      [t('court.state'), own(study.state)],
      [t('court.outcome'), code('cases.outcome_', study.outcome)],
      [t('court.goods_are'), code('cases.disposition_', study.disposition)],
      [t('court.opened'), joined(study.opener, both(study.openedAt))],
      [t('court.closed'), both(study.closedAt)],
      [t('court.holder'), study.holder],
    ]),
    paper.heading(t('court.basis')),
    paper.facts([
      [t('court.basis'), t(`cases.basis_${version.basis}`)],
      [t('court.reference'), version.reference],
      [t('court.purpose'), t(`court.purpose_${version.purpose}`)],
      [t('court.recipient'), version.recipient],
      [t('court.asked_by'), joined(version.askedBy, both(version.askedAt))],
      [t('court.made_at'), both(version.madeAt)],
    ]),
    paper.note(t('court.times', { zone: administration.timezone })),
    ...(leftOut.length > 0
      ? [paper.heading(t('court.left_out')), ...leftOut.map((what) => paper.text(`• ${t(`court.left_out_${what}`)}`))]
      : []),
  ]
}
