import type { Content } from 'pdfmake/interfaces.js'
import { MOST_PRINTED } from '../codes.js'
import type { CourtAttachment, CourtContent, CourtEvent } from '../content.js'
import type { Press } from './print.js'
import { joined, type Words } from './words.js'

/** What was done, in the words of the case's page. */
export function eventLine({ t, own, code }: Words, event: CourtEvent): string {
  const target =
    event.target === null
      ? null
      : event.kind.startsWith('alert_')
        ? code('common.threat_', event.target)
        : event.kind === 'ordered'
          ? t('casework.order_number', { number: event.target })
          : event.kind.endsWith('linked')
            ? t('cases.number', { number: event.target })
            : event.target
  const head =
    event.kind === 'moved' ? joined(own(event.act), own(event.state)) : t(`cases.event_${event.kind}`).replace(/:$/, '')
  return joined(head, target)
}

export function timelineSection({ paper, words }: Press, { timeline, leftOut }: CourtContent): Content[] {
  const { t, local, utc, code } = words
  const without = leftOut.includes('notes')
  const said = (event: CourtEvent) =>
    [
      eventLine(words, event),
      code('cases.outcome_', event.reason),
      event.kind === 'noted' && without ? t('court.note_left_out') : event.note,
    ].flatMap((line) => line ?? [])
  return [
    paper.heading(t('court.timeline')),
    paper.table(
      [
        { title: t('court.local_time'), width: 84 },
        { title: 'UTC', width: 88 },
        { title: t('court.what'), width: '*' },
        { title: t('court.who'), width: 90 },
      ],
      timeline
        .slice(0, MOST_PRINTED)
        .map((event) => [local(event.at), utc(event.at), said(event).join('\n'), event.by ?? t('cases.by_system')])
    ),
    ...more(paper, words, timeline.length - MOST_PRINTED),
  ]
}

/** That a section goes on in the enclosed data is said. */
export const more = (paper: Press['paper'], { t }: Words, count: number): Content[] =>
  count > 0 ? [paper.note(t('court.more_enclosed', { count }))] : []

export function decisionSection({ paper, words }: Press, { decisions }: CourtContent): Content[] {
  const { t, own, local } = words
  const heading = paper.heading(t('court.decisions'))
  if (decisions.length === 0) return [heading, paper.text(t('court.no_decisions'))]
  const who = (one: { by: string | null; at: string } | null) =>
    one === null ? null : [one.by ?? t('cases.by_system'), local(one.at)].join('\n')
  return [
    heading,
    paper.table(
      [
        { title: t('court.decision'), width: 120 },
        { title: t('court.first_person'), width: 105 },
        { title: t('court.second_person'), width: 105 },
        { title: t('court.reason'), width: '*' },
      ],
      decisions.map((each) => [
        joined(own(each.what), each.order && t('casework.order_number', { number: each.order })),
        who(each.asked),
        who(each.decided),
        each.reason,
      ])
    ),
  ]
}

export function instructionSection({ paper, words }: Press, { instructions }: CourtContent): Content[] {
  const { t, local, code } = words
  if (instructions.length === 0) return []
  return [
    paper.heading(t('systems.instructions')),
    paper.table(
      [
        { title: t('court.local_time'), width: 84 },
        { title: t('court.what'), width: 100 },
        { title: t('court.told_to'), width: '*' },
        { title: t('court.answer'), width: 130 },
      ],
      instructions.flatMap(({ kind, madeAt, deliveries }) => {
        const head = [local(madeAt), t(`systems.instruction_${kind}`)]
        if (deliveries.length === 0) return [[...head, t('court.nobody_told'), null]]
        return deliveries.map((each) => [
          ...head,
          [each.system, local(each.deliveredAt)].flatMap((line) => line ?? []).join('\n'),
          each.answer === null
            ? t('court.no_answer')
            : joined(code('court.answer_', each.answer), local(each.answeredAt)),
        ])
      })
    ),
  ]
}

export function taskSection({ paper, words }: Press, { tasks, links }: CourtContent): Content[] {
  const { t, local } = words
  return [
    ...(tasks.length === 0
      ? []
      : [
          paper.heading(t('cases.tasks')),
          paper.table(
            [
              { title: t('court.what'), width: '*' },
              { title: t('court.who'), width: 110 },
              { title: t('court.done'), width: 150 },
            ],
            tasks.map((task) => [task.what, task.assignee, joined(task.doneBy, local(task.doneAt)) || null])
          ),
        ]),
    ...(links.length === 0
      ? []
      : [
          paper.heading(t('cases.links')),
          ...links.map(({ number, title }) => paper.text(joined(t('cases.number', { number }), title))),
        ]),
  ]
}

export function attachmentSection(press: Press, { attachments }: CourtContent): Content[] {
  const { paper, words } = press
  const heading = paper.heading(words.t('court.attachments'))
  return [
    heading,
    ...(attachments.length === 0 ? [paper.text(words.t('cases.no_files'))] : [attachmentTable(press, attachments)]),
  ]
}

export const attachmentTable = ({ paper, words }: Press, attachments: readonly CourtAttachment[]): Content =>
  paper.table(
    [
      { title: words.t('court.file'), width: '*' },
      { title: words.t('court.attached'), width: 110 },
      { title: 'SHA-256', width: 180 },
    ],
    attachments.map((each) => [
      [each.name ?? words.t('cases.file_without_name'), `${each.mediaType}, ${each.bytes} B`].join('\n'),
      [each.attachedBy, words.local(each.attachedAt), words.t(`cases.scan_${each.scan}`)]
        .flatMap((line) => line ?? [])
        .join('\n'),
      halves(each.sha256),
    ])
  )

/** A hash on two lines, so that it fits a column and can be compared by eye. */
export const halves = (hash: string): string => `${hash.slice(0, 32)}\n${hash.slice(32)}`
