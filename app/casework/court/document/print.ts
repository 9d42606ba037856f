import type { Content } from 'pdfmake/interfaces.js'
import { makePdf } from '#platform/pdf/make_pdf'
import { FAINT, INK, Paper } from '#platform/pdf/paper'
import { directionOf } from '#platform/plugins/translations'
import type { CourtContent } from '../content.js'
import type { SectionChange } from '../differences.js'
import { alertSection } from './alerts.js'
import { cargoSection } from './cargo.js'
import { changesSection } from './changes.js'
import { coverSection } from './cover.js'
import { orderSections } from './orders.js'
import { outsideSections } from './outside.js'
import { attachmentSection, decisionSection, instructionSection, taskSection, timelineSection } from './study.js'
import { proofSection } from './proof.js'
import { Words } from './words.js'

/** What every section is written with. */
export interface Press {
  paper: Paper
  words: Words
}

/** The version as pages, with its data enclosed: the letters of a page are for people, the data for machines. */
export async function printCourtFile(
  content: CourtContent,
  changes: readonly SectionChange[],
  data: { data: Buffer; sha256: string },
  madeAt: Date
): Promise<{ bytes: Buffer; pages: number }> {
  const { version, study, administration } = content
  const press = {
    paper: new Paper(directionOf(version.locale)),
    words: new Words(version.locale, administration.timezone),
  }
  const { paper, words } = press
  let pages = 0
  const small = { fontSize: 7.5, color: FAINT }
  const mark = words.t('court.classification')
  const named = words.t('court.foot', { version: version.number, number: study.number })
  const bytes = await makePdf(
    {
      pageSize: 'A4',
      language: version.locale,
      pageMargins: [48, 58, 48, 62],
      defaultStyle: { font: 'latin', fontSize: 9, color: INK, lineHeight: 1.15 },
      info: {
        title: words.t('court.title', { number: study.number }),
        author: administration.name,
        subject: named,
        creator: 'Landfall',
        producer: 'Landfall',
        creationDate: madeAt,
      },
      header: () => ({
        margin: [48, 26, 48, 0],
        stack: [
          paper.sides(
            paper.text(administration.name, small),
            paper.text(mark, { ...small, bold: true, alignment: 'right' })
          ),
        ],
      }),
      footer: (page, of) => {
        pages = of
        return {
          margin: [48, 14, 48, 0],
          stack: [
            paper.sides(
              paper.text(named, small),
              paper.text(words.t('court.page', { page, of }), { ...small, alignment: 'right' })
            ),
            paper.text(`${words.t('court.content_hash')} ${data.sha256}`, small),
          ],
        }
      },
      // A heading does not stand alone at the foot of a page.
      pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
        node.headlineLevel !== undefined && !getFollowingNodesOnPage().some(({ text }) => text !== undefined),
      content: sections(press, content, changes, data.sha256),
    },
    [
      {
        name: `case-${study.number}-v${version.number}.json`,
        mediaType: 'application/json',
        description: named,
        bytes: data.data,
        madeAt,
      },
    ]
  )
  return { bytes, pages }
}

const sections = (
  press: Press,
  content: CourtContent,
  changes: readonly SectionChange[],
  sha256: string
): Content[] => [
  ...coverSection(press, content),
  ...changesSection(press, content, changes),
  ...timelineSection(press, content),
  ...decisionSection(press, content),
  ...alertSection(press, content),
  ...cargoSection(press, content),
  ...orderSections(press, content),
  ...outsideSections(press, content),
  ...instructionSection(press, content),
  ...taskSection(press, content),
  ...attachmentSection(press, content),
  ...proofSection(press, content, sha256),
]
