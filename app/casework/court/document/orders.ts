import type { Content } from 'pdfmake/interfaces.js'
import type { CourtContent, CourtExhibit, CourtOrder } from '../content.js'
import type { Press } from './print.js'
import { attachmentTable } from './study.js'
import { joined } from './words.js'

/** Inspections: what was asked, who looked, what was found, what it came to, and what was taken into custody. */
export function orderSections(press: Press, { orders, leftOut }: CourtContent): Content[] {
  if (leftOut.includes('orders')) return []
  const { paper, words } = press
  const heading = paper.heading(words.t('court.orders'))
  if (orders.length === 0) return [heading, paper.text(words.t('court.no_orders'))]
  return [heading, ...orders.flatMap((order) => orderPart(press, order))]
}

function orderPart(press: Press, order: CourtOrder): Content[] {
  const { paper, words } = press
  const { t, code, local, utc } = words
  const both = (at: string | null) => (at === null ? null : `${local(at)}   (${utc(at)})`)
  return [
    paper.subheading(joined(t('casework.order_number', { number: order.number }), code('casework.type_', order.type))),
    paper.facts([
      [t('court.state'), code('casework.state_', order.state)],
      [t('casework.site'), order.site],
      [t('court.box'), order.equipment],
      [t('court.ordered'), both(order.orderedAt)],
      [t('court.begun'), both(order.startedAt)],
      [t('court.ended'), both(order.closedAt)],
      [t('court.drawn'), order.drawn],
      [t('casework.inspector'), order.inspector],
      [t('court.reviewer'), order.reviewer],
    ]),
    ...findingPart(press, order),
    ...outcomePart(press, order),
    ...order.exhibits.flatMap((exhibit) => exhibitPart(press, exhibit)),
    ...(order.plan.length > 0
      ? [
          paper.table(
            [
              { title: t('casework.search_plan'), width: '*' },
              { title: t('court.answer'), width: 120 },
              { title: t('court.local_time'), width: 100 },
            ],
            order.plan.map(({ item, answer, answeredAt }) => [
              code('casework.item_', item),
              answer === null ? t('casework.item_unanswered') : code('casework.item_', answer),
              local(answeredAt),
            ])
          ),
        ]
      : []),
    paper.table(
      [
        { title: t('court.local_time'), width: 100 },
        { title: t('court.what'), width: '*' },
        { title: t('court.who'), width: 130 },
      ],
      order.events.map((event) => [
        local(event.at),
        joined(code('casework.state_', event.kind), code('casework.refusal_', event.reason), event.note),
        event.by ?? t('cases.by_system'),
      ])
    ),
    ...(order.attachments.length > 0 ? [attachmentTable(press, order.attachments)] : []),
  ]
}

const amountOf = ({ words }: Press, quantity: string | null, unit: string | null): string | null =>
  quantity === null ? null : unit === null ? quantity : words.t(`casework.amount_${unit}`, { quantity })

function findingPart(press: Press, { findings }: CourtOrder): Content[] {
  const { paper, words } = press
  const { t, code, local } = words
  if (findings.length === 0) return [paper.text(t('casework.no_finding'))]
  return [
    paper.table(
      [
        { title: t('casework.found'), width: 110 },
        { title: t('casework.place'), width: 90 },
        { title: t('casework.quantity'), width: 60 },
        { title: t('court.details'), width: '*' },
        { title: t('court.local_time'), width: 84 },
      ],
      findings.map((each) => [
        code('casework.what_', each.what),
        code('casework.place_', each.place),
        amountOf(press, each.quantity, each.unit),
        joined(each.note, each.value && `${each.value} ${each.currency}`) || null,
        local(each.recordedAt),
      ])
    ),
  ]
}

/** The one that holds is the first; what it took the place of stands below. */
function outcomePart({ paper, words }: Press, { outcomes }: CourtOrder): Content[] {
  const { t, code, local } = words
  if (outcomes.length === 0) return []
  return [
    paper.table(
      [
        { title: t('casework.outcome'), width: 90 },
        { title: t('casework.judgement'), width: 100 },
        { title: t('casework.enforcement'), width: 90 },
        { title: t('court.details'), width: '*' },
        { title: t('court.local_time'), width: 84 },
      ],
      outcomes.map((each) => [
        code('casework.result_', each.result),
        code('casework.judgement_', each.judgement),
        code('casework.enforcement_', each.enforcement),
        joined(code('casework.not_', each.reason), each.note, each.revenue && `${each.revenue} ${each.currency}`) ||
          null,
        local(each.recordedAt),
      ])
    ),
  ]
}

function exhibitPart(press: Press, exhibit: CourtExhibit): Content[] {
  const { paper, words } = press
  const { t, code, local } = words
  return [
    paper.subheading(
      joined(
        t('casework.exhibit_number', { number: exhibit.number }),
        exhibit.description,
        amountOf(press, exhibit.quantity, exhibit.unit)
      )
    ),
    paper.table(
      [
        { title: t('court.local_time'), width: 84 },
        { title: t('court.custody'), width: 80 },
        { title: t('court.who'), width: '*' },
        { title: t('court.where_kept'), width: 100 },
        { title: 'SHA-256', width: 110 },
      ],
      exhibit.custody.map((entry) => [
        local(entry.at),
        code('casework.custody_', entry.reason),
        joined(entry.holder, entry.recordedByName && t('casework.exhibit_recorded_by', { name: entry.recordedByName })),
        joined(entry.place, entry.seal && t('court.seal', { seal: entry.seal })),
        quarters(entry.hash),
      ])
    ),
    paper.note(
      exhibit.brokenAt === null
        ? t('court.custody_holds', { count: exhibit.custody.length })
        : t('court.custody_broken', { position: exhibit.brokenAt + 1 })
    ),
  ]
}

const quarters = (hash: string): string => hash.match(/.{1,16}/g)!.join('\n')
