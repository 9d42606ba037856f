import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'
import { runOrFail } from './run.mjs'
import { step } from './progress.mjs'

/** Programs the suites need: Debian package and the names it is found under. */
const NEEDED = [
  { debian: 'redis-server', names: ['redis-server'] },
  { debian: 'chromium', names: ['chromium', 'chromium-browser', 'google-chrome'], given: 'CHROMIUM_PATH' },
]

function find({ names, given }) {
  if (given && process.env[given]) return process.env[given]
  const places = [...process.env.PATH.split(delimiter), '/usr/bin', '/usr/local/bin']
  return places.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path)) ?? null
}

const missing = () => NEEDED.filter((program) => !find(program)).map(({ debian }) => debian)

async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`apt-get install ${packages.join(' ')}`, async (note) => {
    await runOrFail('apt-get', ['update'], { cwd: '/', env, line: note })
    await runOrFail('apt-get', ['install', '-y', ...packages], { cwd: '/', env, line: note })
    note('')
  })
}

/**
 * Paths of Redis and Chromium. Root gets them from Debian; anybody else, or a machine without apt,
 * is told the exact command: nothing is skipped for want of a program.
 */
export async function requirePrograms() {
  const packages = missing()
  if (packages.length > 0) {
    const canInstall = process.getuid() === 0 && spawnSync('apt-get', ['--version']).status === 0
    if (canInstall) await installPackages(packages)
    const still = missing()
    if (still.length > 0)
      throw new Failure(
        `The suites need ${still.join(' and ')}. Install with:\n\n  sudo apt-get install -y ${still.join(' ')}\n`
      )
  }
  const [redis, chromium] = NEEDED.map(find)
  return { redis, chromium }
}
