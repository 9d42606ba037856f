import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { fail } from './failure.mjs'
import { closeSteps, say } from './progress.mjs'
import { endCommands } from './run.mjs'

const PARENT_CHECK = 1000
const STEP_PATIENCE = 3000
const duties = []
let ending = null

/** Registers something to undo at the end; the last registered is undone first. */
export const beforeEnd = (duty) => duties.push(duty)

export const isEnding = () => ending !== null

/** A step in flight may be starting what has to be stopped: it is let finish, so that its undoing is known. */
async function undoAll() {
  await Promise.all([endCommands(), Promise.race([closeSteps(), sleep(STEP_PATIENCE)])])
  await nextTurn()
  for (const duty of duties.reverse()) await duty().catch((error) => process.stderr.write(`${error.message}\n`))
}

/** Ends commands in flight, undoes everything and leaves. Asked twice, it goes on with the first time. */
export function end(code) {
  ending ??= (async () => {
    await undoAll()
    process.exit(code)
  })()
  return ending
}

/** Ends after a failure; failures caused by the ending itself are no news. */
export async function endWith(error) {
  if (ending) return ending
  ending = undoAll().then(() => fail(error))
  return ending
}

/**
 * Ends on Ctrl-C, on a polite kill, and when the npm that started us was killed: it cannot tell us.
 * @param {string} [word] printed when it begins
 * @param {number} [code] exit code of such an end
 */
export function endOnSignals(word, code = 0) {
  const stop = () => {
    if (word && !ending) say(`\n${word}`)
    void end(code)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop)
  // The terminal may be gone while we clean up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK).unref()
}
