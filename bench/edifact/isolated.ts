/** One candidate in a thread of its own: what the others make the compiler believe of shared code does not slow it. */
import { parentPort, workerData } from 'node:worker_threads'
import { CANDIDATES } from './candidates.js'

const { name, bytes }: { name: string; bytes: Uint8Array } = workerData
const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

parentPort?.on('message', () => {
  let count = 0
  CANDIDATES.find((candidate) => candidate.name === name)?.extract(input, () => count++)
  parentPort?.postMessage(count)
})
