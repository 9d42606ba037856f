import { headingOf, SheetReader } from '../asycuda/workbook/read_sheet.js'
import type { KnownMasters } from '../asycuda/masters.js'
import { problem } from '../../kernel/problem_codes.js'
import type { Problem } from '../../kernel/problem.js'
import { chunksOf, FORMAT_VERSION, notUnderstood, type FamilyReader } from '../family.js'
import { cellAddress } from './workbook.js'

/**
 * Reads manifests that were filed as workbooks, a Message a sheet. A sheet whose heading nobody
 * knows is said to be passed over; a workbook of only such sheets is not understood.
 */
export const readWorkbook: FamilyReader = async function* (source, options) {
  const looksLike = source.head[0] === 0xd0 ? 'ole' : 'zip'
  const opened = await options.openWorkbook?.(chunksOf(source))
  if (!opened) return notUnderstood(looksLike)
  if (!opened.ok) {
    const limits = problem('SYN-LIMIT', { severity: 'fatal' })
    return opened.error === 'limits' ? { ...notUnderstood(looksLike), problems: [limits] } : notUnderstood(looksLike)
  }
  const masters: KnownMasters = new Map()
  const problems: Problem[] = []
  let messages = 0
  for (const sheet of opened.value.sheets) {
    const heading = headingOf(sheet)
    const [first] = sheet.rows
    if (heading) yield new SheetReader(sheet, heading, messages++, options, masters).read()
    else if (first) {
      const [column = 0, tag = ''] = first.cells[0] ?? []
      const at = { message: 0, segment: first.number, tag, line: first.number, offset: 0, length: 0 }
      const path = cellAddress(sheet.name, first.number, column)
      problems.push(problem('SYN-UNKNOWN-TAG', { at: { ...at, path }, params: { tag, count: sheet.rows.length } }))
    }
  }
  if (messages === 0) return notUnderstood(problems.length > 0 ? 'own_sheet' : looksLike)
  return { format: 'WORKBOOK', formatVersion: FORMAT_VERSION, charset: null, problems }
}
