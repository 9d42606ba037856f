import type { Content } from 'pdfmake/interfaces.js'
import type { CourtAlert, CourtContent, CourtReason } from '../content.js'
import type { Press } from './print.js'
import { joined } from './words.js'

/** Each alert with every reason it rests on; their points sum to the score, or the page says that they do not. */
export function alertSection(press: Press, { alerts, leftOut }: CourtContent): Content[] {
  if (leftOut.includes('alerts')) return []
  const { paper, words } = press
  const heading = paper.heading(words.t('court.alerts'))
  if (alerts.length === 0) return [heading, paper.text(words.t('court.no_alerts'))]
  return [heading, paper.note(words.t('court.alerts_about')), ...alerts.flatMap((alert) => alertPart(press, alert))]
}

function alertPart({ paper, words }: Press, alert: CourtAlert): Content[] {
  const { t, code, local } = words
  const sum = alert.reasons.reduce((total, { counted }) => total + counted, 0)
  return [
    paper.subheading(joined(code('common.threat_', alert.threat), alert.bill)),
    paper.facts([
      [t('court.score'), joined(String(alert.score), code('common.band_', alert.band))],
      ...(alert.upTo > alert.score
        ? [[t('court.could_be'), t('court.up_to', { score: alert.upTo, count: alert.unknowns })] as const]
        : []),
      [t('court.raised'), local(alert.raisedAt)],
      [t('court.weighed'), joined(local(alert.assessedAt), t('court.revision', { revision: alert.revision }))],
    ]),
    paper.table(
      [
        { title: t('court.reason'), width: '*' },
        { title: t('court.profiles'), width: 130 },
        { title: t('court.version_of'), width: 46 },
        { title: t('court.points'), width: 42 },
      ],
      [
        ...alert.reasons.map((reason) => [
          [words.said(reason.title), ...reason.because.map((each) => words.said(each)), listsOf(reason)]
            .filter(Boolean)
            .join('\n'),
          reason.profiles.map(({ name, revision }) => t('court.profile', { name, revision })).join('\n') || null,
          String(reason.version),
          reason.counted,
        ]),
        [t('court.sum'), null, null, sum],
      ]
    ),
    ...(sum === alert.score ? [] : [paper.text(t('court.sum_differs'), { bold: true })]),
    paper.note(`${t('court.versions_hash')} ${alert.versionsHash}`),
    ...(alert.recordHash ? [paper.note(`${t('court.record_hash')} ${alert.recordHash}`)] : []),
  ]
}

const listsOf = ({ lists }: CourtReason): string => lists.map(({ code, edition }) => `${code} (${edition})`).join(', ')
