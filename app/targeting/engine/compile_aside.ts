import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CompiledProfiles } from '#core/engine/compile'
import type { FactSnapshot } from '#core/facts/catalogue'
import type { ProfileRevision } from '#core/profiles/document'

/** Sources run from TypeScript in development and from a build in production; the thread is run the same way. */
const IS_SOURCE = import.meta.url.endsWith('.ts')
const THREAD = new URL(`./compile_thread.${IS_SOURCE ? 'ts' : 'js'}`, import.meta.url)

/** Documents handed over at a time: copying them takes this thread about a millisecond, and others have their turn between. */
const PORTION = 200
/** Facts of consignments, of which each takes as long as ten documents. */
const SAMPLE_PORTION = 20

/** What a compilation may take; one that needs more fails and ends nothing else. */
const HEAP_MB = 1024

/** One at a time in a process: more would take the cores from matching. */
class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}

const turns = new Turns()

/**
 * Compiles in a thread of its own while this one goes on.
 * @param sample facts of recent consignments, as `compile` takes them
 * @param awaited whether a batch waits for it; otherwise the process may end meanwhile, and the thread with it
 * @throws when the thread cannot start, has no room, or a document cannot be compiled
 */
export const compileAside = (
  profiles: readonly Pick<ProfileRevision, 'document'>[],
  sample: readonly FactSnapshot[],
  awaited: boolean,
  thread: URL = THREAD
): Promise<CompiledProfiles> => turns.take(() => compileInThread(profiles, sample, awaited, thread))

async function compileInThread(
  profiles: readonly Pick<ProfileRevision, 'document'>[],
  sample: readonly FactSnapshot[],
  awaited: boolean,
  thread: URL
): Promise<CompiledProfiles> {
  const worker = new Worker(thread, {
    execArgv: IS_SOURCE ? ['--import', '@poppinss/ts-exec'] : [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  let ended = false
  const answer = new Promise<CompiledProfiles>((resolve, reject) => {
    worker.once('message', resolve)
    worker.on('error', reject)
    worker.once('exit', (code) => {
      ended = true
      reject(new Error(`the compiling thread ended without an answer (${code})`))
    })
  })
  answer.catch(() => {})
  // Behind the listeners, which hold the process.
  if (!awaited) worker.unref()
  try {
    for (let from = 0; from < profiles.length && !ended; from += PORTION) {
      worker.postMessage(profiles.slice(from, from + PORTION).map(({ document }) => ({ document })))
      await breathe()
    }
    for (let from = 0; from < sample.length && !ended; from += SAMPLE_PORTION) {
      worker.postMessage({ sample: sample.slice(from, from + SAMPLE_PORTION) })
      await breathe()
    }
    worker.postMessage(null)
    return await answer
  } finally {
    await worker.terminate()
  }
}
