import type { Content } from 'pdfmake/interfaces.js'
import { MOST_FACTS, MOST_PRINTED } from '../codes.js'
import type { CourtConsignment, CourtContent, CourtFact } from '../content.js'
import type { Press } from './print.js'
import { halves, more } from './study.js'
import { joined, type Words } from './words.js'

/** What was filed of each consignment, where it stands in the original bytes, and the hash of those. */
export function cargoSection(press: Press, { consignments }: CourtContent): Content[] {
  const { paper, words } = press
  let left = MOST_FACTS
  return [
    paper.heading(words.t('court.cargo')),
    paper.note(words.t('court.cargo_about')),
    ...consignments.flatMap((each) => {
      const printed = Math.min(each.facts.length, MOST_PRINTED, left)
      left -= printed
      return consignmentPart(press, each, printed)
    }),
  ]
}

function consignmentPart({ paper, words }: Press, cargo: CourtConsignment, printed: number): Content[] {
  const { t, local, utc } = words
  const { message } = cargo
  return [
    paper.subheading(
      joined(t('court.bill', { bill: cargo.bill ?? '—' }), t('court.revision', { revision: cargo.revision }))
    ),
    paper.facts([
      [t('court.ship'), joined(cargo.ship, cargo.voyage) || null],
      [
        t('court.port'),
        joined(cargo.port, t(cargo.arrived ? 'court.arrived' : 'court.expected'), local(cargo.arrives)),
      ],
      ...(message
        ? ([
            [t('court.message'), joined(message.format, message.receipt, message.channel)],
            [t('court.received'), joined(local(message.receivedAt), utc(message.receivedAt), `${message.bytes} B`)],
            [t('court.raw_hash'), message.sha256],
            ...(message.erased ? [[t('court.original'), t('court.erased')] as const] : []),
          ] as const)
        : []),
    ]),
    paper.table(
      [
        { title: t('court.fact'), width: 120 },
        { title: t('court.value'), width: '*' },
        { title: t('court.where'), width: 172 },
      ],
      cargo.facts
        .slice(0, printed)
        .map((fact) => [labelOf(words, fact.path), valueOf(words, fact), placeOf(words, fact)])
    ),
    ...more(paper, words, cargo.facts.length - printed),
    paper.table(
      [
        { title: t('court.revisions'), width: 60 },
        { title: t('court.effect'), width: 80 },
        { title: t('court.filed'), width: 100 },
        { title: t('court.raw_hash'), width: '*' },
      ],
      cargo.revisions.map((each) => [
        String(each.revision),
        t(`court.effect_${each.effect}`),
        local(each.filedAt),
        each.sha256 && halves(each.sha256),
      ])
    ),
  ]
}

/** `items.0.grossWeightKg` → the words of the consignment's page, with its number where there can be several. */
function labelOf(words: Words, path: string): string {
  const key = path
    .replace(/\.\d+/g, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('.', '_')
  const number = /^(?:items|parties|equipment)\.(\d+)/.exec(path)?.[1]
  const label = longest(words, key) ?? path
  return number === undefined ? label : `${label} ${Number(number) + 1}`
}

/** The nearest part of a path that has words: identifiers of a party are named as one. */
function longest(words: Words, key: string): string | null {
  const said = words.code('consignments.field_', key)
  if (said !== null && said !== key) return said
  const above = key.replace(/_[^_]+$/, '')
  return above === key ? null : longest(words, above)
}

/** Codes in words; what was filed as text stands as it was filed. */
const CODED: readonly (readonly [RegExp, string])[] = [
  [/^level$/, 'authoring.value_'],
  [/^nature$/, 'common.nature_'],
  [/^parties\.\d+\.role$/, 'parties.role_'],
  [/^equipment\.\d+\.fullness$/, 'conveyances.fullness_'],
  [/^equipment\.\d+\.checkDigitValid$|^containerised$/, 'court.is_'],
]
const valueOf = ({ code }: Words, { path, value }: CourtFact): string | null => {
  const words = CODED.find(([pattern]) => pattern.test(path))?.[1]
  return words === undefined ? value : code(words, value)
}

const placeOf = ({ t }: Words, { where }: CourtFact): string =>
  where.length === 0
    ? t('court.derived')
    : where
        .map((at) =>
          t('court.place', {
            segment: String(at.segment),
            tag: at.tag,
            place: at.place,
            line: String(at.line),
            offset: String(at.offset),
            length: String(at.length),
          })
        )
        .join('\n')
