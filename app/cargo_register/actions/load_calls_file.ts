import type { Readable } from 'node:stream'
import { recordAction } from '#platform/audit/record'
import { unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { readCallsFile, type CallLine } from '../calls_file.js'
import { recordCall } from './record_call.js'

export interface LoadedCalls {
  registered: number
  changed: number
  unchanged: number
  refused: number
  /** Lines with Problems. */
  lines: Pick<CallLine, 'line' | 'problems'>[]
}

/** Registers every readable line of a file of calls, each in a unit of its own; loading it again changes nothing. */
export async function loadCallsFile(file: Readable): Promise<LoadedCalls> {
  const { timezone } = tenancy.current().administration
  const loaded: LoadedCalls = { registered: 0, changed: 0, unchanged: 0, refused: 0, lines: [] }
  for await (const { line, call, problems } of readCallsFile(file, timezone)) {
    if (problems.length > 0) loaded.lines.push({ line, problems })
    if (!call) {
      loaded.refused++
      continue
    }
    const told = { ...call, source: 'file' as const, toldAt: Date.now(), recordedBy: null, messageId: null }
    const { outcome } = await unitOfWork(() => recordCall(told), { statementTimeoutMs: 60_000 })
    loaded[outcome]++
  }
  const { lines: _lines, ...counts } = loaded
  await recordAction({ action: 'calls.loaded', data: counts })
  return loaded
}
