import type { FieldChange, RevisionLine } from '#app/cargo_register/published'
import type {
  ConsignmentShowProps,
  FieldChange as ShownChange,
  RevisionSummary,
} from '../../../resources/pages/consignments/show.props.js'
import type { RevisionScore } from '../queries/list_revision_scores.js'

export const revisionSummaries = (
  revisions: readonly RevisionLine[],
  scores: ReadonlyMap<number, RevisionScore>
): RevisionSummary[] =>
  revisions.map((line) => ({
    revision: line.revision,
    at: line.filedAt.toISOString(),
    function: scores.get(line.revision)?.function ?? line.effect,
    messageId: scores.get(line.revision)?.receivedMessageId ?? null,
    score: scores.get(line.revision)?.score ?? null,
  }))

/** What the newest revision changed against the one before. */
export function latestChanges(
  revisions: readonly RevisionLine[],
  scores: ReadonlyMap<number, RevisionScore>
): ConsignmentShowProps['changes'] {
  const [newest] = revisions
  if (!newest || newest.revision < 2) return null
  return {
    from: newest.revision - 1,
    to: newest.revision,
    fields: shownChanges(newest.changes),
    scoreBefore: scores.get(newest.revision - 1)?.score ?? null,
    scoreAfter: scores.get(newest.revision)?.score ?? null,
  }
}

const MOST_SHOWN = 50

export const shownChanges = (changes: readonly FieldChange[]): ShownChange[] =>
  changes.slice(0, MOST_SHOWN).map(({ path, before, after, decisive }) => ({
    path,
    label: labelOf(path),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    before: text(before),
    after: text(after),
    unit: /Kg$/.test(path) ? 'kg' : null,
    decisive: decisive ?? false,
  }))

/** `items.0.grossWeightKg` → `consignments.field_items_gross_weight_kg`. */
const labelOf = (path: string) =>
  `consignments.field_${path
    .replace(/\.\d+/g, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('.', '_')}`

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)
