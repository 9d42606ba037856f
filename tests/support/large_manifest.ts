import { bol, GENERAL } from '../unit/core/formats/asycuda/asycuda_texts.js'

const AT_ONCE = 40

/** An Awmds of as many bytes or somewhat more, a few bills a chunk, `BL0` and so on. */
export function* largeManifest(bytes: number): Generator<Uint8Array, void> {
  const encoder = new TextEncoder()
  let written = 0
  let bills = 0
  yield encoder.encode(`<Awmds>${GENERAL}`)
  while (written < bytes) {
    const chunk = encoder.encode(Array.from({ length: AT_ONCE }, () => bol(`BL${bills++}`)).join(''))
    written += chunk.length
    yield chunk
  }
  yield encoder.encode('</Awmds>')
}
