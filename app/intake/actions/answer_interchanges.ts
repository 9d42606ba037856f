import { contrlMessage, writeContrl, type ContrlMessage } from '#core/formats/edifact/answers/contrl'
import type { EdifactEnvelope, ReadMessage } from '#core/formats/format'
import type { Problem } from '#core/kernel/problem'
import { firstRow } from '#platform/tenancy/database'
import { wantsAnswer } from '../answer.js'
import { storeAnswer } from './store_answer.js'

interface Interchange {
  readonly envelope: EdifactEnvelope
  readonly messages: ContrlMessage[]
}

/** The interchanges of a file as they are read, as far as a CONTRL needs them: never their cargo. */
export class Interchanges {
  readonly all: Interchange[] = []

  add(message: ReadMessage): void {
    const { envelope } = message
    if (!envelope) return
    const open = this.all.at(-1)
    if (open && isSame(open.envelope, envelope)) open.messages.push(contrlMessage(message))
    else this.all.push({ envelope, messages: [contrlMessage(message)] })
  }
}

const isSame = (one: EdifactEnvelope, other: EdifactEnvelope): boolean =>
  one.controlReference === other.controlReference && one.sender.join(':') === other.sender.join(':')

/** Answers each interchange of a received message with a CONTRL, where the administration wants that for its sender. */
export async function answerInterchanges(
  receivedMessageId: string,
  { all }: Interchanges,
  problems: readonly Problem[]
): Promise<void> {
  const received = await firstRow<{ answers: string; historical: boolean }>(
    `select coalesce(s.answers, '') as answers, r.historical from tenant.received_messages r
       left join tenant.senders s on s.tenant_id = r.tenant_id and s.id = r.sender_id and s.closed_at is null where r.id = ?::uuid`,
    [receivedMessageId]
  )
  if (!received || received.historical || !wantsAnswer(received.answers, 'syntax')) return
  for (const [position, { envelope, messages }] of all.entries()) {
    if (envelope.test) continue
    await storeAnswer({ receivedMessageId, kind: 'contrl', position }, (head) =>
      writeContrl({ envelope, messages, problems }, head)
    )
  }
}
