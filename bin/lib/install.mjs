import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { holderOf, takeLock } from './lock.mjs'
import { makeDir, root, storageDir } from './paths.mjs'
import { identityOf, isSame, signal } from './processes.mjs'
import { packageDir, restoreSymlinks } from './postgres/binaries.mjs'
import { step } from './progress.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.landfall-lockfile')
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/

const lockfileDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileDigest()

/** The npm that called us, on the Node it runs on; from a plain shell the one on the path. */
function npmCommand() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  return node && npm ? [node, [npm]] : ['npm', []]
}

/** Without our own binaries: npm removes them in the middle of its work. */
function outerEnvironment() {
  const path = process.env.PATH.split(delimiter).filter((entry) => !entry.endsWith('node_modules/.bin'))
  return { ...process.env, PATH: path.join(delimiter) }
}

function npmCi(note, started) {
  const [command, args] = npmCommand()
  note('usually about a minute')
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, 'ci', '--loglevel=error'], {
      cwd: root,
      env: outerEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    started(identityOf(child.pid))
    let said = ''
    child.stderr.on('data', (bytes) => (said += bytes))
    child.once('error', reject)
    child.once('close', (code) => {
      note('')
      resolve({ code, said })
    })
  })
}

function explain(said) {
  const cause = UNREACHABLE.test(said)
    ? 'The npm registry cannot be reached. The first installation, and each one after a new lockfile, needs it once.'
    : 'npm ci failed.'
  return new Failure(`${said.trim()}\n\n${cause}`)
}

/** What npm leaves out silently where a platform has no package. */
function checkPlatform() {
  if (!existsSync(join(modules, '.bin/node')))
    throw new Failure(
      `No Node 24 is published for ${process.platform}-${process.arch}, or npm was told to omit optional packages.\n` +
        'Landfall runs on Linux (glibc) on x64 and arm64.'
    )
}

async function setupLock() {
  for (;;) {
    const lock = takeLock(join(makeDir(storageDir), 'setup.lock'))
    if (!lock.holder) {
      // An npm whose set-up was killed would go on writing beside the new one.
      if (lock.left?.npm && isSame(lock.left.npm)) signal(lock.left.npm.pid, 'SIGKILL')
      return lock
    }
    await sleep(200)
  }
}

/** Makes `node_modules` equal to the lockfile; a killed installation is noticed by the missing stamp. */
export async function ensureInstalled() {
  if (isInstalled()) return
  const lock = await setupLock()
  try {
    if (isInstalled()) return
    const running = holderOf(join(storageDir, 'landfall.lock'))
    if (running)
      throw new Failure(
        `package-lock.json has changed, but Landfall runs from this checkout (process ${running.pid}). Stop it first.`
      )
    await step('packages of the lockfile', async (note) => {
      const { code, said } = await npmCi(note, (npm) => lock.update({ npm }))
      if (code !== 0) throw explain(said)
      checkPlatform()
      restoreSymlinks(packageDir())
      writeFileSync(stamp, lockfileDigest())
    })
  } finally {
    lock.release()
  }
}
