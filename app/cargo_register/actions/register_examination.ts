import type { Examination } from '#core/cargo/examination'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import '../events.js'
import { keepNamedCargo } from './keep_named_cargo.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * Keeps the result of an examination that a national system tells of, inside the caller's unit of work, and says that it came.
 * A later one with the same number is its next version; one that is taken back ends. What it means for an order is casework's.
 */
export async function registerExamination(
  examination: Examination & { number: string },
  filing: FilingOfReport & { systemId: string }
): Promise<void> {
  const known = await firstRow<{ id: string; version: number }>(
    `select id, version from tenant.examinations where sender_id = ?::uuid and number = ? order by version desc limit 1`,
    [filing.sender.id, examination.number]
  )
  const cancelled = examination.function === 'cancel'
  const id = cancelled && known ? known.id : uuidv7()
  if (known)
    await execute(`update tenant.examinations set state = ?, ended_by = ? where id = ? and state = 'current'`, [
      cancelled ? 'cancelled' : 'replaced',
      cancelled ? filing.messageId : null,
      known.id,
    ])
  const version = (known?.version ?? 0) + (id === known?.id ? 0 : 1)
  if (id !== known?.id) await insert(id, version, examination, filing)
  await recordAction({
    action: 'examination.registered',
    subject: { kind: 'examination', id },
    data: { version, result: examination.result, cancelled, message: filing.messageId },
  })
  await announce('examination:told', { examinationId: id, systemId: filing.systemId, cancelled })
}

async function insert(
  id: string,
  version: number,
  examination: Examination & { number: string },
  filing: FilingOfReport
): Promise<void> {
  const { examiner, notExamined, examinedAt } = examination
  await execute(
    `insert into tenant.examinations (tenant_id, id, message_id, sender_id, type, number, version, order_number, examined_at, examination, result,
       examiner_identifier, examiner_name, findings, not_examined, minutes, note, provenance, state, filed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?)`,
    [
      ...[tenancy.current().administration.id, id, filing.messageId, filing.sender.id, examination.type],
      ...[examination.number, version, examination.order, examinedAt, examination.examination, examination.result],
      ...[examiner?.identifier ?? null, examiner?.name ?? null, JSON.stringify(examination.findings), notExamined],
      ...[examination.minutes, examination.note, JSON.stringify(examination.provenance)],
      examination.function === 'cancel' ? 'cancelled' : 'current',
      new Date(filing.filedAt),
    ]
  )
  await keepNamedCargo(id, examination)
}
