import type { FileReading } from '#core/formats/format'
import type { Problem } from '#core/kernel/problem'
import { announce } from '#platform/events/announce'
import { recordAction } from '#platform/audit/record'
import { notifyLive } from '#platform/live/notify'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { answerInterchanges, type Interchanges } from './answer_interchanges.js'
import { storeProblems } from './store_problems.js'

/** What a received message turned out to be, with its totals; nothing when another reader finished it first. */
export async function finishMessage(id: string, reading: FileReading, interchanges: Interchanges): Promise<void> {
  await finish(id, reading.problems, { reading, interchanges })
}

/** Puts a message aside for repair: it is kept, it says why, and it holds nobody up. */
export async function giveUp(id: string, problem: Problem): Promise<void> {
  await finish(id, [problem], null)
}

interface Read {
  reading: FileReading
  interchanges: Interchanges
}

async function finish(id: string, problems: readonly Problem[], done: Read | null): Promise<void> {
  const reading = done?.reading ?? null
  await unitOfWork(
    async () => {
      if (problems.length > 0 && !(await isStillReading(id))) return
      await storeProblems({ receivedMessageId: id, messageId: null }, problems)
      const read = await firstRow<{ messages: number; consignments: number; state: string }>(
        `update tenant.received_messages r set format = ?, format_version = ?, charset = ?, finished_at = now(),
         messages = m.messages, consignments = m.consignments, problem_fatals = p.fatals, problem_errors = p.errors,
         problem_warnings = p.warnings, problem_infos = p.infos,
         state = case when ?::boolean or m.messages = 0 or m.quarantined > 0 then 'quarantined' else 'registered' end
         from (select count(*)::int as messages, coalesce(sum(consignments), 0)::int as consignments,
                 count(*) filter (where state = 'quarantined') as quarantined
                 from tenant.messages where received_message_id = ?::uuid) m,
              (select (count(*) filter (where severity = 'fatal'))::int as fatals, (count(*) filter (where severity = 'error'))::int as errors,
                 (count(*) filter (where severity = 'warning'))::int as warnings, (count(*) filter (where severity = 'info'))::int as infos
                 from tenant.problems where received_message_id = ?::uuid) p
        where r.id = ?::uuid and r.state = 'reading' returning r.messages, r.consignments, r.state`,
        [
          reading?.format ?? null,
          reading?.formatVersion ?? null,
          reading?.charset ?? null,
          reading === null || reading.format === null,
          id,
          id,
          id,
        ]
      )
      if (!read) return
      await recordAction({ action: 'message.read', subject: { kind: 'message', id }, data: { ...read } })
      if (done) await answerInterchanges(id, done.interchanges, problems)
      await notifyLive('message:read', id)
      if (read.state === 'quarantined') await announce('message:quarantined', { message: id })
    },
    { statementTimeoutMs: 60_000, repeatable: true, planned: true }
  )
}

/** Held until the unit ends: what is written of it now is written once. */
const isStillReading = (id: string) =>
  firstRow(`select 1 from tenant.received_messages where id = ?::uuid and state = 'reading' for update`, [id])
