import { existsSync, readFileSync } from 'node:fs'

/** The tests that ran, as the reporter of each suite wrote them down. */
export function readRan(file) {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const belongs = ([file, title], ran) => ran.file === file && `${ran.group} / ${ran.title}`.includes(title)

/**
 * One line a threat. A row passes when each of its tests ran and none failed; one whose test did not
 * run counts as failed, one that says what does not exist yet is named as such.
 */
export function judgeThreats(threats, ran) {
  return threats.map(({ id, tests, notYet }) => {
    if (tests.length === 0 && notYet) return { id, state: 'not yet', line: `${id} not yet: ${notYet}` }
    const missing = tests.filter((each) => !ran.some((one) => belongs(each, one)))
    if (tests.length === 0 || missing.length > 0)
      return {
        id,
        state: 'missing',
        line: `${id} without a running test: ${missing.map((each) => each.join(', ')).join('; ')}`,
      }
    const own = ran.filter((one) => tests.some((each) => belongs(each, one)))
    const failed = own.filter(({ passed }) => !passed)
    if (failed.length > 0)
      return { id, state: 'failed', line: `${id} failed: ${failed.map(({ title }) => title).join('; ')}` }
    return { id, state: 'passed', line: `${id} passed (${own.length} tests)` }
  })
}
