/** `npm run dev`: services, migrations, the web server with hot reload and a worker that restarts on changes. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { portOf, readArguments } from './lib/arguments.mjs'
import { exclusively, generate } from './lib/builds.mjs'
import { alreadyRunning, claim } from './lib/claim.mjs'
import { environmentFor, given } from './lib/environment.mjs'
import { installationIn } from './lib/installation.mjs'
import { makeDir, root, storageDir as storage } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'
import { ace, migrate } from './lib/prepare.mjs'
import { isAlive, signal, until } from './lib/processes.mjs'
import { say, step } from './lib/progress.mjs'
import { startServices } from './lib/services.mjs'
import { beforeEnd, end, endOnSignals, endWith } from './lib/shutdown.mjs'
import { keepSignIns, keptSignIns, printSignIns, signInsFrom } from './lib/sign_ins.mjs'

const PATIENCE = 8000
const WATCHED = ['app', 'config', 'start', 'plugins', 'database'].map((name) => `--watch-path=${name}`)

/** A process of the development session; when one ends, all do. `ace serve` listens to SIGINT only. */
function launch(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  child.once('exit', () => void end(1))
  beforeEnd(async () => {
    signal(-child.pid, 'SIGINT')
    if (!(await until(() => !isAlive(child.pid), PATIENCE))) signal(-child.pid, 'SIGKILL')
  })
}

async function demoAdministrations(environment) {
  const installation = installationIn(storage)
  if (!installation.isNew) return keptSignIns(storage)
  const signIns = []
  await step('demo administrations', () =>
    ace(root, environment, ['demo:install'], (line) => signIns.push(...(signInsFrom(line) ?? [])))
  )
  keepSignIns(storage, signIns)
  installation.note()
  return signIns
}

async function main() {
  const options = readArguments({ port: { type: 'string' } }, 'npm run dev -- [--port=N]')
  makeDir(storage)
  const lock = await claim(storage)
  if (lock.holder) return say(alreadyRunning(lock.holder))
  endOnSignals('stopping …')
  beforeEnd(async () => lock.release())
  const services = await startServices(storage, { step })
  beforeEnd(services.stop)
  beforeEnd(services.keepAlive((text) => say(`  ! ${text}`)))
  const port = await freePort(portOf(options.port ?? given('PORT'), 3333), '127.0.0.1')
  const http = { host: '127.0.0.1', port, url: `http://localhost:${port}` }
  const environment = (component) =>
    environmentFor(component, { mode: 'development', installation: 'development', storage, http, ...services })
  await step('generated index', (note) => exclusively(note, () => generate(environment('console'))))
  await migrate(root, environment('console'))
  printSignIns(await demoAdministrations(environment('console')))
  lock.update({ url: http.url })
  say(`\n  ${http.url}\n`)
  launch([...WATCHED, join(root, 'ace.js'), 'worker'], environment('worker'))
  launch([join(root, 'ace.js'), 'serve', '--hmr'], environment('web'))
}

main().catch(endWith)
