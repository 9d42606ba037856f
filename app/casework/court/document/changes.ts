import type { Content } from 'pdfmake/interfaces.js'
import type { CourtContent } from '../content.js'
import type { Compared, SectionChange } from '../differences.js'
import type { Press } from './print.js'
import { eventLine } from './study.js'
import { joined } from './words.js'

/** What this version has that the one before had not. */
export function changesSection(press: Press, content: CourtContent, changes: readonly SectionChange[]): Content[] {
  const { paper, words } = press
  const { t, local } = words
  const { before } = content.version
  const heading = paper.heading(t('court.since'))
  if (!before) return [heading, paper.text(t('court.first_version'))]
  const since = t('court.since_version', { version: before.number, at: local(before.madeAt)! })
  if (changes.length === 0) return [heading, paper.text(since), paper.text(t('court.nothing_since'))]
  return [
    heading,
    paper.text(since, { margin: [0, 0, 0, 4] }),
    paper.table(
      [
        { title: t('court.section'), width: 110 },
        { title: t('court.added'), width: '*' },
        { title: t('court.changed'), width: '*' },
        { title: t('court.gone'), width: 60 },
      ],
      changes.map(({ section, added, changed, gone }) => [
        t(`court.section_${section}`),
        namesOf(press, content, section, added),
        namesOf(press, content, section, changed),
        gone.length === 0 ? '—' : t('court.count', { count: gone.length }),
      ])
    ),
    paper.note(`${t('court.sha_before', { version: before.number })} ${before.sha256}`),
  ]
}

const MOST_NAMED = 12

function namesOf(press: Press, content: CourtContent, section: Compared, keys: readonly string[]): string {
  if (keys.length === 0) return '—'
  const names = partNames(press, content, section)
  const named = keys.slice(0, MOST_NAMED).map((key) => names.get(key) ?? key)
  const more = keys.length - named.length
  return [...named, ...(more > 0 ? [press.words.t('court.and_more', { count: more })] : [])].join('\n')
}

/** A line for each part of a section, by its key. */
function partNames({ words }: Press, content: CourtContent, section: Compared): Map<string, string> {
  const { t, code, local, own } = words
  const orders = content.orders
  const pairs: Record<Compared, () => [string, string][]> = {
    timeline: () => content.timeline.map((each) => [each.id, joined(local(each.at), eventLine(words, each))]),
    decisions: () => content.decisions.map((each) => [each.id, joined(own(each.what), each.decided.by)]),
    alerts: () => content.alerts.map((each) => [each.id, joined(code('common.threat_', each.threat), each.bill)]),
    consignments: () => content.consignments.map((each) => [each.id, each.bill ?? t('common.without_number')]),
    orders: () => orders.map((each) => [each.id, t('casework.order_number', { number: each.number })]),
    findings: () =>
      orders.flatMap(({ findings }) =>
        findings.map((each): [string, string] => [
          each.id,
          joined(code('casework.what_', each.what), code('casework.place_', each.place)),
        ])
      ),
    exhibits: () => orders.flatMap(({ exhibits }) => exhibits.map(({ id, number }): [string, string] => [id, number])),
    referrals: () => content.referrals.map((each) => [each.id, each.to]),
    questions: () =>
      content.questions.map((each) => [each.id, joined(t('questions.number', { number: each.number }), each.sender)]),
    instructions: () => content.instructions.map((each) => [each.id, t(`systems.instruction_${each.kind}`)]),
    tasks: () => content.tasks.map((each) => [each.id, each.what]),
    attachments: () =>
      [...content.attachments, ...orders.flatMap(({ attachments }) => attachments)].map((each) => [
        each.id,
        each.name ?? t('cases.file_without_name'),
      ]),
    links: () => content.links.map((each) => [each.number, t('cases.number', { number: each.number })]),
  }
  return new Map(pairs[section]())
}
