import type { Interchange } from '../envelope.js'
import type { MessageType } from '../message_type.js'
import type { ReadingSource } from './segment_reading.js'

/** One Message handed to its reader. */
export interface MessageSource extends ReadingSource {
  /** Index in the received bytes, from 0. */
  readonly message: number
  readonly type: MessageType
  readonly interchange: Interchange | null
}
