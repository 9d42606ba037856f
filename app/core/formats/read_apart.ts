import type { Result } from '../kernel/result.js'
import type { FileReading, ReadMessage } from './format.js'
import type { FormatProfile } from './profile.js'
import type { XmlLimits } from './xml/limits.js'

/** What a reader outside of this process has to be told; data only. */
export interface HowApart {
  readonly profiles: readonly FormatProfile[]
  readonly fallbackCharset?: string | undefined
  readonly xmlLimits?: Partial<XmlLimits> | undefined
}

/** `limits`: it took more time or memory than a file may; `failed`: it ended without an answer. */
export type NotReadApart = 'limits' | 'failed'

/**
 * Reads a file outside of this process, where a hostile one can harm nobody (SECURITY T42): the same Messages and
 * Problems as here. It ends within its limits, whatever the bytes; Messages before that end are whole.
 */
export type ReadApart = (
  bytes: AsyncIterable<Uint8Array>,
  how: HowApart
) => AsyncGenerator<ReadMessage, Result<FileReading, NotReadApart>>
