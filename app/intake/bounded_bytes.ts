/** More bytes came than are taken. */
export class TooManyBytes extends Error {}

/** The same bytes, ended by `TooManyBytes` as soon as more than `limit` came. */
export async function* boundedBytes(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) throw new TooManyBytes()
    yield chunk
  }
}
