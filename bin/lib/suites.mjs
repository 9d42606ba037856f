import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { root } from './paths.mjs'
import { say } from './progress.mjs'
import { signal } from './processes.mjs'

export const SUITES = ['unit', 'boundaries', 'integration', 'functional', 'isolation', 'conformance', 'browser']
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

let current = null

/** Ends the suite that is running, if any. */
export async function endSuite() {
  if (current) signal(current.pid, 'SIGKILL')
}

/** Runs one suite in a process of its own and counts it. */
export async function runSuite(name, { env, files, minutes }) {
  const args = ['ace.js', 'test', name, '--no-clear', ...files.flatMap((file) => ['--files', file])]
  say(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const code = await new Promise((resolve, reject) => {
    current = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    const limit = setTimeout(() => {
      say(`${name} takes more than ${minutes} minutes and is ended`)
      void endSuite()
    }, minutes * 60_000)
    current.once('error', reject)
    current.once('close', (status) => {
      clearTimeout(limit)
      current = null
      resolve(status)
    })
  })
  return judge(readTally(env.LANDFALL_TALLY_FILE), code)
}
