import type { Officer } from '#platform/access/officer'
import type { AuditDetail, AuditRow } from '../../../resources/pages/audit/index.props.js'
import type { EntryParticulars } from '../queries/get_entry.js'
import type { ListedEntry } from '../queries/list_entries.js'
import { pathOfSubject } from '../subject_kinds.js'

export const entryRow = (entry: ListedEntry, { permissions }: Officer): AuditRow => ({
  id: entry.id,
  at: entry.at.toISOString(),
  action: entry.action,
  class: entry.class,
  actor: { kind: entry.actorKind, name: entry.actorName ?? (entry.actorKind === 'system' ? entry.actorId : null) },
  subject:
    entry.subjectKind && entry.subjectId
      ? {
          kind: entry.subjectKind,
          id: entry.subjectId,
          path: pathOfSubject(entry.subjectKind, entry.subjectId, permissions),
        }
      : null,
  seq: entry.seq,
})

export const entryDetail = (entry: EntryParticulars): AuditDetail => ({
  id: entry.id,
  at: entry.at.toISOString(),
  action: entry.action,
  class: entry.class,
  session: entry.session,
  request: entry.request,
  data: Object.entries(entry.data).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  })),
  seal:
    entry.seq === null
      ? null
      : { seq: entry.seq, hash: entry.hash!, prev: entry.prev, at: entry.sealedAt!.toISOString() },
})
