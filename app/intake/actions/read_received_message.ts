import logger from '@adonisjs/core/services/logger'
import { readFile, type ReadOptions } from '#core/formats/read_file'
import { blobs } from '#platform/blobs/service'
import { faultOf } from '#platform/faults/fault'
import { tenancy } from '#platform/tenancy/tenant_context'
import { Interchanges } from './answer_interchanges.js'
import { finishMessage, giveUp } from './finish_message.js'
import { storeMessage } from './store_message.js'
import { returnMessage } from './take_message.js'
import type { MessageInHand } from './take_message.js'

/** A message that fails this often is put aside. */
const ATTEMPTS = 5
/** Taken up this often without an end, it kills its reader. */
const TAKEN = 12

/** Reads one received message to its end, one Message a unit of work. A Message that cannot be stored is put aside after five attempts. */
export async function readReceivedMessage(received: MessageInHand, options: ReadOptions): Promise<void> {
  if (received.attempts > TAKEN)
    return giveUp(received.id, { code: 'SYN-GAVE-UP', severity: 'fatal', params: { attempts: TAKEN } })
  try {
    const messages = readFile(blobs.read(tenancy.current().administration.id, received.blob), options)
    const interchanges = new Interchanges()
    for (;;) {
      const { done, value } = await messages.next()
      if (done) return await finishMessage(received.id, value, interchanges)
      await storeMessage(received, value)
      interchanges.add(value)
    }
  } catch (error) {
    if (faultOf(error)) {
      await returnMessage(received.id).catch(() => {})
      throw error
    }
    logger.error({ err: error, receivedMessage: received.id, attempts: received.attempts }, 'message not read')
    if (received.attempts >= ATTEMPTS)
      await giveUp(received.id, { code: 'SYN-GAVE-UP', severity: 'fatal', params: { attempts: ATTEMPTS } })
  }
}
