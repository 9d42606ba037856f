/** `npm run check`: everything that can be known without running the program. Goes on after a fault and sums up. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively, generate } from './lib/builds.mjs'
import { environmentFor } from './lib/environment.mjs'
import { inLanes, LANES } from './lib/lanes.mjs'
import { makeDir, root, storageDir } from './lib/paths.mjs'
import { duration, say, sinceStart } from './lib/progress.mjs'
import { run } from './lib/run.mjs'
import { end, endOnSignals, endWith } from './lib/shutdown.mjs'
import { secretsOf } from './lib/services.mjs'

const LAYERS = ['app', 'plugins', 'config', 'database', 'start', 'resources']
const present = (names) => names.filter((name) => existsSync(join(root, name)))
const checker = (name) => ['node', '--import', '@poppinss/ts-exec', 'tests/boundaries/checks/main.ts', name]

/** The longest first: two are done at a time. */
const steps = () => [
  ['types, tests', ['tsc', '--noEmit', '-p', 'tests/tsconfig.json']],
  ['lint', ['eslint', '.', '--max-warnings=0']],
  ['types, screens', ['vue-tsc', '--noEmit', '-p', 'resources/tsconfig.json']],
  ['format', ['prettier', '--check', '.']],
  ['types, server', ['tsc', '--noEmit', '-p', '.']],
  ['boundaries', ['depcruise', '--config', '.dependency-cruiser.mjs', ...present(LAYERS)]],
  ['dead code', ['knip']],
  ['languages', checker('locales')],
  ['direction of style sheets', checker('logical_css')],
  ['lockfile', checker('lockfile')],
  ['licences', checker('licences')],
  ['bill of materials', checker('sbom')],
  ['list of dependencies', checker('dependency_page')],
]

/** Codegen boots the application, but never connects: an address of nowhere will do. */
const consoleEnvironment = () =>
  environmentFor('console', {
    mode: 'development',
    installation: 'development',
    storage: storageDir,
    secrets: secretsOf(makeDir(storageDir)),
    database: { host: join(storageDir, 'pg/run'), port: 5432, database: 'landfall', ssl: null },
    http: { host: '127.0.0.1', port: 3333, url: 'http://localhost:3333' },
  })

/** Runs one check; what it printed is shown when it fails, its last line when it passes. */
async function check(name, work) {
  const from = performance.now()
  const { code, output } = await work()
  const mark = code === 0 ? '✓' : '✗'
  const remark = code === 0 ? (output.at(-1) ?? '') : ''
  say(`  ${mark} ${name.padEnd(28)} ${duration(performance.now() - from).padStart(10)}  ${remark.slice(0, 100)}`)
  if (code !== 0) say(`${output.map((line) => `      ${line}`).join('\n')}\n`)
  return code === 0
}

async function command([program, ...args], env) {
  const output = []
  const { code } = await run(program, args, { cwd: root, env, line: (text) => text.trim() && output.push(text) })
  return { code, output }
}

const generated = (env) =>
  exclusively(
    () => {},
    () => generate(env)
  ).then(
    () => ({ code: 0, output: [] }),
    (error) => ({ code: 1, output: [error.message] })
  )

async function main() {
  endOnSignals('', 130)
  const environment = consoleEnvironment()
  const env = { ...environment, PATH: `${join(root, 'node_modules/.bin')}:${environment.PATH}` }
  const passed = [await check('generated index', () => generated(env))]
  passed.push(...(await inLanes(LANES, steps(), ([name, args]) => check(name, () => command(args, env)))))
  const failed = passed.filter((ok) => !ok).length
  say(`\n  ${passed.length - failed} of ${passed.length} checks pass, ${sinceStart()}`)
  await end(failed === 0 ? 0 : 1)
}

main().catch(endWith)
