import type { Content } from 'pdfmake/interfaces.js'
import { MOST_PRINTED } from '../codes.js'
import type { CourtContent } from '../content.js'
import type { Press } from './print.js'
import { more } from './study.js'

/** How a court checks all of this without us. */
export function proofSection(
  { paper, words }: Press,
  { trail, version, study }: CourtContent,
  sha256: string
): Content[] {
  const { t, local, utc } = words
  const { head, anchor } = trail
  return [
    paper.heading(t('court.proof')),
    paper.text(t('court.proof_data', { name: `case-${study.number}-v${version.number}.json` })),
    paper.facts([[t('court.content_hash'), sha256]]),
    paper.text(t('court.proof_file')),
    paper.text(t('court.proof_audit'), { margin: [0, 4, 0, 4] }),
    paper.text('node verify-audit.mjs <export.jsonl> --anchors <anchors.jsonl> --fingerprint <SHA-256>', {
      fontSize: 8.5,
    }),
    paper.facts([
      [t('court.chain_head'), head && `${head.seq}, ${utc(head.sealedAt)}`],
      [t('court.chain_hash'), head && head.hash],
      [t('court.anchor'), anchor && `${anchor.n}, ${anchor.seq}, ${utc(anchor.at)}, ${anchor.key}`],
      [t('court.anchor_line'), anchor && anchor.line],
      ...trail.keys.map(({ id, fingerprint }) => [t('court.key', { id }), fingerprint] as const),
    ]),
    paper.subheading(t('court.trail')),
    paper.table(
      [
        { title: t('court.number'), width: 40 },
        { title: t('court.local_time'), width: 84 },
        { title: t('court.what'), width: '*' },
        { title: t('court.who'), width: 90 },
        { title: 'SHA-256', width: 150 },
      ],
      trail.entries
        .slice(0, MOST_PRINTED)
        .map((entry) => [
          entry.seq === null ? t('court.unsealed') : String(entry.seq),
          local(entry.at),
          t(`audit.action_${entry.action.replaceAll('.', '_')}`),
          entry.by ?? t('cases.by_system'),
          entry.hash === null ? null : `${entry.hash.slice(0, 32)}\n${entry.hash.slice(32)}`,
        ])
    ),
    ...more(paper, words, trail.entries.length - MOST_PRINTED),
  ]
}
