/*
 * Preloaded into every supervised process. A thread of its own watches the main one, because a main
 * thread that hangs or spins (seen: a queue client whose database vanished during its boot) fires no
 * timer and hears no signal handler:
 * - the supervisor is gone: a few seconds to end in order, then the process is killed;
 * - the event loop has not turned for a long time: killed, to be started again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

const LOOK = 500
const PATIENCE = 8000
const LONGEST_SILENCE = 60_000

function watched() {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  setInterval(() => Atomics.add(beats, 0, 1), LOOK).unref()
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { beats, parent: process.ppid },
    execArgv: [],
    env: {},
  })
  thread.unref()
}

const endProcess = () => process.kill(process.pid, 'SIGKILL')

async function watch({ beats, parent }) {
  let last = -1
  let silent = 0
  while (process.ppid === parent && silent < LONGEST_SILENCE) {
    await sleep(LOOK)
    const now = Atomics.load(beats, 0)
    silent = now === last ? silent + LOOK : 0
    last = now
  }
  if (process.ppid !== parent) await sleep(PATIENCE)
  endProcess()
}

// Nobody hears what is said to a full disk, but that ends nobody either.
if (isMainThread) for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
if (isMainThread) watched()
// Other threads of the process inherit the preload; only ours carries a parent.
else if (workerData?.parent) await watch(workerData)
