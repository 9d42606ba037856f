import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { LocalTime } from '#core/kernel/instant'
import { localTimeIn } from '../local_now.js'
import type { AnswerKind } from '../answer.js'

export interface AnswerHead {
  /** At most 14 characters, unique towards the partner. */
  reference: string
  /** By the clock of the administration. */
  writtenAt: LocalTime
}

/** Keeps an answer with the message it answers. A second to the same is not made, so that nobody is answered twice. */
export async function storeAnswer(
  to: { receivedMessageId: string; kind: AnswerKind; position: number },
  write: (head: AnswerHead) => Uint8Array
): Promise<void> {
  const { administration } = tenancy.current()
  const id = uuidv7()
  const reference = id.replaceAll('-', '').slice(-13).toUpperCase()
  const content = write({ reference, writtenAt: localTimeIn(administration.timezone, new Date()) })
  const stored = await execute(
    `insert into tenant.answers (tenant_id, id, received_message_id, kind, position, answered, content)
     values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?) on conflict do nothing`,
    [
      administration.id,
      id,
      to.receivedMessageId,
      to.kind,
      to.position,
      `${to.kind}/${to.position}`,
      Buffer.from(content),
    ]
  )
  if (stored === 1)
    await recordAction({
      action: 'message.answered',
      subject: { kind: 'message', id: to.receivedMessageId },
      data: { kind: to.kind, position: to.position },
    })
}
