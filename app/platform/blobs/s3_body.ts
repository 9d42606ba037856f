import { StoreAway } from './errors.js'

/** The bytes of an answer; one that breaks off before its announced length is the store's failure, not damage. */
export async function* wholeBody(
  body: AsyncIterable<Uint8Array>,
  length: number | undefined
): AsyncGenerator<Uint8Array> {
  let seen = 0
  try {
    for await (const chunk of body) {
      seen += chunk.length
      yield chunk
    }
  } catch (error) {
    throw new StoreAway(undefined, { cause: error })
  }
  if (length === undefined || seen < length) throw new StoreAway()
}
