import type { AnswerOptions } from '#core/formats/answer'
import logger from '@adonisjs/core/services/logger'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { localTimeIn } from '../local_now.js'
import type { AnswerFile, CoreKind } from '../answer.js'

interface Answered {
  receivedMessageId: string
  /** Of the Message, or of the interchange where the answer is to that. */
  position: number
}

/** An answer of core's. */
export const storeAnswer = (
  to: Answered & { kind: CoreKind },
  write: (head: AnswerOptions) => Uint8Array
): Promise<void> => storeFile({ ...to, file: null }, write)

/**
 * Keeps an answer with the message it answers. A second to the same is not made, whatever is chosen by then, so
 * that nobody is answered twice. `null` is no answer.
 */
export async function storeFile(
  to: Answered & { kind: string; file: AnswerFile | null },
  write: (head: AnswerOptions) => Uint8Array | null
): Promise<void> {
  const { administration } = tenancy.current()
  const id = uuidv7()
  const reference = id.replaceAll('-', '').slice(-13).toUpperCase()
  const writtenAt = localTimeIn(administration.timezone, new Date())
  const content = await orFailed(to, () => write({ reference, writtenAt }))
  if (content === null) return
  const stored = await execute(
    `insert into tenant.answers (tenant_id, id, received_message_id, kind, position, answered, media_type, ending, content)
     select ?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?
      where not exists (select 1 from tenant.answers
              where received_message_id = ?::uuid and position = ? and (kind = 'contrl') = (? = 'contrl'))
     on conflict do nothing`,
    [
      administration.id,
      id,
      to.receivedMessageId,
      to.kind,
      to.position,
      `${to.kind}/${to.position}`,
      to.file?.type ?? null,
      to.file?.ending ?? null,
      Buffer.from(content),
      to.receivedMessageId,
      to.position,
      to.kind,
    ]
  )
  if (stored === 1)
    await recordAction({
      action: 'message.answered',
      subject: { kind: 'message', id: to.receivedMessageId },
      data: { kind: to.kind, position: to.position },
    })
}

/** An answer that throws keeps no cargo out: the manifest is registered, and the audit says that its sender waits. */
async function orFailed(
  { receivedMessageId, kind, position }: Answered & { kind: string },
  write: () => Uint8Array | null
): Promise<Uint8Array | null> {
  try {
    return write()
  } catch (error) {
    logger.error({ err: error, receivedMessage: receivedMessageId, kind }, 'answer not written')
    await recordAction({
      action: 'message.answer_failed',
      subject: { kind: 'message', id: receivedMessageId },
      data: { kind, position },
    })
    return null
  }
}
