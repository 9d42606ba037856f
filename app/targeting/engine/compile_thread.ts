import { parentPort } from 'node:worker_threads'
import { compile } from '#core/engine/compile'
import type { FactSnapshot } from '#core/facts/catalogue'
import type { ProfileDocument } from '#core/profiles/document'

type Portion = readonly { document: ProfileDocument }[] | { readonly sample: readonly FactSnapshot[] }

/** A thread that is given documents and a sample in portions, and `null` behind the last; it answers with the compiled set and ends. */
const documents: { document: ProfileDocument }[] = []
const sample: FactSnapshot[] = []

parentPort!.on('message', (portion: Portion | null) => {
  if (portion !== null) {
    if ('sample' in portion) sample.push(...portion.sample)
    else documents.push(...portion)
    return
  }
  const compiled = compile(documents, sample)
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
