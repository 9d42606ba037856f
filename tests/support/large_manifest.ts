import { drawContainerNumber } from '#database/seeders/demo/containers'
import { Random } from '#database/seeders/demo/prng'
import { bol, CONTAINER, GENERAL } from '../unit/core/formats/asycuda/asycuda_texts.js'

const AT_ONCE = 40

/** An Awmds of as many bytes or somewhat more, a few bills a chunk, `BL0` and so on, each with a container of its own. */
export function* largeManifest(bytes: number): Generator<Uint8Array, void> {
  const random = new Random(20261, 'large manifest')
  const encoder = new TextEncoder()
  let written = 0
  let bills = 0
  yield encoder.encode(`<Awmds>${GENERAL}`)
  while (written < bytes) {
    const chunk = encoder.encode(Array.from({ length: AT_ONCE }, () => billOf(random, bills++)).join(''))
    written += chunk.length
    yield chunk
  }
  yield encoder.encode('</Awmds>')
}

const billOf = (random: Random, at: number): string =>
  bol(`BL${at}`, { containers: CONTAINER.replace('MSKU1234565', drawContainerNumber(random, false)) })
