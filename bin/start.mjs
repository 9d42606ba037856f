/**
 * `npm start`: everything Landfall needs, from nothing to a working address, and its supervision.
 *
 *   npm start                       demo administrations on the first run
 *   npm start -- --empty            a bare platform with one operator account
 *   npm start -- --port=8080        wished port; a busy one is replaced by a free one
 *   npm start -- --host=0.0.0.0     not only for this machine (then APP_URL should be set)
 *   npm start -- --consignments=N   size of the demo traffic, 0 for none now
 */
import { join } from 'node:path'
import { portOf, readArguments } from './lib/arguments.mjs'
import { productionBuild } from './lib/builds.mjs'
import { environmentFor, given } from './lib/environment.mjs'
import { FRUGAL } from './lib/frugal.mjs'
import { installationIn } from './lib/installation.mjs'
import { alreadyRunning, claim } from './lib/claim.mjs'
import { makeDir, storageDir as storage } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'
import { ace, migrateOnce } from './lib/prepare.mjs'
import { say, sinceStart, step } from './lib/progress.mjs'
import { startServices } from './lib/services.mjs'
import { beforeEnd, endOnSignals, endWith } from './lib/shutdown.mjs'
import { keepSignIns, keptSignIns, printSignIns, signInsFrom } from './lib/sign_ins.mjs'
import { supervise } from './lib/supervise.mjs'
import { Failure } from './lib/failure.mjs'
import { maintainDaily } from './lib/maintenance.mjs'
import { trafficInBackground } from './lib/demo_traffic.mjs'

const OPTIONS = {
  empty: { type: 'boolean', default: false },
  port: { type: 'string' },
  host: { type: 'string' },
  consignments: { type: 'string' },
}

async function chooseAddress(options) {
  const wanted = portOf(options.port ?? given('PORT'), 3333)
  const host = options.host ?? given('HOST') ?? '127.0.0.1'
  const port = await freePort(wanted, host)
  if (port !== wanted) say(`  port ${wanted} is busy, using ${port}`)
  return { host, port, url: given('APP_URL') ?? `http://localhost:${port}` }
}

/** First run: makes the administrations; returns the sign-ins to show. A killed one is repeated. */
async function install(home, environment, installation) {
  if (!installation.isNew) return installation.kind === 'demo' ? keptSignIns(storage) : []
  const signIns = []
  const [title, command] =
    installation.kind === 'demo' ? ['demo administrations', 'demo:install'] : ['platform', 'platform:install']
  await step(title, (note) =>
    ace(home, environment, [command], (line) => {
      const found = signInsFrom(line)
      if (found) signIns.push(...found)
      else note(line)
    })
  )
  if (installation.kind === 'demo') keepSignIns(storage, signIns)
  return signIns
}

/** Web and worker, supervised; the worker is stopped last. Resolves when web answers. */
async function startComponents(home, environmentOf, { tell, lock }) {
  const children = []
  const note = () => lock.update({ children: children.map((child) => child.identity()) })
  const launch = (name, file, args, nodeArgs) => {
    const child = supervise({
      name,
      file: join(home, file),
      args,
      nodeArgs,
      env: environmentOf(name),
      cwd: home,
      storage,
      tell,
      started: note,
    })
    children.push(child)
    beforeEnd(child.stop)
    note()
    return child
  }
  launch('worker', 'ace.js', ['worker'], FRUGAL)
  const web = launch('web', 'bin/server.js', [])
  await step('web', async () => {
    const { ok } = await web.ready
    if (!ok) throw new Failure(`web does not start:\n${web.lastLines()}`)
  })
}

async function main() {
  const options = readArguments(OPTIONS, 'npm start -- [--empty] [--port=N] [--host=ADDRESS] [--consignments=N]')
  makeDir(storage)
  const lock = await claim(storage)
  if (lock.holder) return say(alreadyRunning(lock.holder))
  endOnSignals('stopping …')
  beforeEnd(async () => lock.release())
  const installation = installationIn(storage, options)
  const tell = (text) => say(`  ! ${text}`)

  const services = await startServices(storage, { step })
  beforeEnd(services.stop)
  beforeEnd(services.keepAlive(tell))
  const http = await chooseAddress(options)
  const environment = (component) =>
    environmentFor(component, { mode: 'production', installation: installation.kind, storage, http, ...services })
  const home = await step('build', (note) => productionBuild(environment('console'), { note }))
  await migrateOnce(home, environment('console'), services.clusterDir)
  const signIns = await install(home, environment('console'), installation)

  await startComponents(home, environment, { tell, lock })
  lock.update({ url: http.url })
  beforeEnd(maintainDaily(home, environment('console'), tell))

  say(`\n  Landfall is ready after ${sinceStart()}:  ${http.url}`)
  printSignIns(signIns)
  installation.note()
  say('\n  Ctrl-C stops everything.')
  if (installation.wantsTraffic() && options.consignments !== '0')
    await trafficInBackground(home, environment('console'), installation, options.consignments)
}

main().catch(endWith)
