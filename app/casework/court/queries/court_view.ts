import type { CourtView } from '../../../../resources/pages/cases/court.props.js'
import type { Officer } from '#platform/access/officer'
import { CORE_LOCALES } from '#platform/plugins/translations'
import { LAWFUL_BASES } from '../../lawful_bases.js'
import { COURT_PURPOSES } from '../codes.js'
import { mayAskCourtFile, mayOpenCourtFile } from '../may_open.js'
import { cargoInScope, listCourtFiles } from './court_files.js'

/** Court files for the page of their case; `null` for who neither asks for nor opens any. */
export async function courtView(caseId: string, officer: Officer): Promise<CourtView | null> {
  if (!mayAskCourtFile(officer)) return null
  const [files, inScope] = await Promise.all([listCourtFiles(caseId), cargoInScope(caseId)])
  return {
    files: files.map(({ askedAt, madeAt, holds, cargo, changes, contentSha256: _, ...file }) => ({
      ...file,
      askedAt: askedAt.toISOString(),
      madeAt: madeAt?.toISOString() ?? null,
      changes: (changes ?? []).map(({ section, added, changed, gone }) => ({
        section,
        added: added.length,
        changed: changed.length,
        gone: gone.length,
      })),
      mayOpen: file.state === 'made' && mayOpenCourtFile(officer, { holds, cargo }, inScope),
    })),
    bases: [...LAWFUL_BASES],
    purposes: [...COURT_PURPOSES],
    locales: CORE_LOCALES,
    locale: CORE_LOCALES.includes(officer.locale) ? officer.locale : 'en',
  }
}
