import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { openFloor } from './floor.mjs'
import { root } from './paths.mjs'
import { signal } from './processes.mjs'

/** The longest first, so that the lanes end at about the same time. */
export const SUITES = ['browser', 'integration', 'isolation', 'functional', 'unit', 'boundaries', 'conformance']
/** By itself: it measures memory and time. */
export const LONG_SUITE = 'long'

const NOTHING = { passed: 0, failed: 0, skipped: 0 }

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped })

/** Sum of the lines the reporter of each run appended. */
function readTally(file) {
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line)).reduce(add, NOTHING)
}

/** A run that died, reported nothing, found no test or skipped one counts as failed: nothing is skipped silently. */
export function judge(tally, code) {
  const counted = tally ?? NOTHING
  const trouble = []
  if (tally === null) trouble.push('reported nothing')
  else if (counted.passed + counted.failed === 0) trouble.push('found no test')
  if (counted.skipped > 0) trouble.push(`skipped ${counted.skipped}`)
  if (code !== 0 && counted.failed === 0 && tally !== null) trouble.push(`ended with ${code ?? 'a signal'}`)
  return { passed: counted.passed, failed: counted.failed + trouble.length, trouble: trouble.join(', ') }
}

const running = new Set()
const floor = openFloor((words) => process.stdout.write(words))

/** Ends the suites that are running, if any. */
export async function endSuites() {
  for (const { pid } of running) signal(pid, 'SIGKILL')
  floor.close()
}

/** Straight into the runner: the console would boot an application first, only to start it. */
const RUNNER = ['--import=@poppinss/ts-exec', 'bin/test.ts']
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}

/** Runs one suite in a process of its own and counts it; its output is not mixed with that of others. */
export async function runSuite(name, { env, files, minutes }) {
  const args = [...RUNNER, name, ...files.flatMap((file) => ['--files', file])]
  const { say, leave } = floor.enter()
  say(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`)
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...colours, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', say)
    const limit = setTimeout(() => {
      say(`${name} takes more than ${minutes} minutes and is ended\n`)
      signal(child.pid, 'SIGKILL')
    }, minutes * 60_000)
    child.once('error', reject)
    child.once('close', (status) => {
      clearTimeout(limit)
      running.delete(child)
      resolve(status)
    })
  })
  leave()
  return judge(readTally(env.LANDFALL_TALLY_FILE), code)
}
