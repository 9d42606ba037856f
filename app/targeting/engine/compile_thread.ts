import { parentPort } from 'node:worker_threads'
import { compile } from '#core/engine/compile'
import type { ProfileDocument } from '#core/profiles/document'

/** A thread that is given documents in portions, and `null` behind the last; it answers with the compiled set and ends. */
const documents: { document: ProfileDocument }[] = []

parentPort!.on('message', (portion: readonly { document: ProfileDocument }[] | null) => {
  if (portion !== null) {
    for (const each of portion) documents.push(each)
    return
  }
  const compiled = compile(documents)
  parentPort!.postMessage(compiled, [...buffersOf(compiled)])
  parentPort!.close()
})

/** What passes to the other thread without being copied. */
const buffersOf = (value: unknown): Set<ArrayBuffer> => {
  const found = new Set<ArrayBuffer>()
  const look = (each: unknown): void => {
    if (ArrayBuffer.isView(each)) found.add(each.buffer as ArrayBuffer)
    else if (typeof each === 'object' && each !== null) Object.values(each).forEach(look)
  }
  look(value)
  return found
}
