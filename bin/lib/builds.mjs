import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from './lock.mjs'
import { makeDir, root } from './paths.mjs'
import { runOrFail } from './run.mjs'

/** Builds stay inside the checkout: they find `node_modules` by walking up. */
const buildsDir = join(root, 'storage/builds')
const KEPT_BUILDS = 3

const SERVER = [
  'app',
  'config',
  'start',
  'database',
  'plugins',
  'bin/*.ts',
  'public/*',
  'adonisrc.ts',
  'ace.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const ASSETS = ['resources', 'plugins', 'vite.config.ts', 'package-lock.json']

/** What a build writes itself is not what it is made from. */
const isGenerated = (path) =>
  path.startsWith('public/assets') || (path.startsWith('resources/') && path.endsWith('.d.ts'))

/** Digest of names and contents of everything a build is made from. */
function digestOf(places) {
  const hash = createHash('sha256')
  const files = globSync(
    places.flatMap((place) => [place, `${place}/**/*`]),
    { cwd: root }
  ).sort()
  for (const file of files) {
    const path = join(root, file)
    if (isGenerated(file) || !statSync(path).isFile()) continue
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

async function buildLock(note) {
  makeDir(buildsDir)
  for (;;) {
    const lock = takeLock(join(buildsDir, '.lock'))
    if (!lock.holder) return lock
    note(`waiting for the build of process ${lock.holder.pid}`)
    await sleep(200)
  }
}

/** Runs `work` while no other process of this checkout generates or builds. */
export async function exclusively(note, work) {
  const lock = await buildLock(note)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function prune(keep) {
  const byAge = readdirSync(buildsDir)
    .filter((name) => !name.startsWith('.') && !keep.includes(name))
    .sort((a, b) => statSync(join(buildsDir, b)).mtimeMs - statSync(join(buildsDir, a)).mtimeMs)
  for (const name of byAge.slice(KEPT_BUILDS)) rmSync(join(buildsDir, name), { recursive: true, force: true })
}

const node = process.execPath

/** Writes `.adonisjs/`, without which no command boots. */
export const generate = (environment) => runOrFail(node, ['ace.js', 'codegen'], { cwd: root, env: environment })

/** Whether `.adonisjs/` is there at all. */
export const isGeneratedPresent = () => existsSync(join(root, '.adonisjs/server'))

/**
 * A production build of the present sources. Each build has a directory of its own, so that building
 * never touches the one a running installation serves from.
 * @returns {Promise<string>} absolute path of the build
 */
export async function productionBuild(environment, { note }) {
  const name = digestOf([...new Set([...SERVER, ...ASSETS])])
  const target = join(buildsDir, name)
  if (existsSync(target)) {
    note('up to date')
    return target
  }
  return exclusively(note, async () => {
    if (existsSync(target)) return target
    note('generating')
    await generate(environment)
    note('building')
    await runOrFail(node, ['ace.js', 'build'], { cwd: root, env: environment })
    if (!existsSync(join(root, 'build/public/assets/.vite/manifest.json')))
      throw new Error('the build holds no front end')
    renameSync(join(root, 'build'), target)
    prune([name])
    return target
  })
}

/** The front end as the tests serve it, in `public/assets`, with the sources it was made from noted beside it. */
export async function testAssets(environment, { note }) {
  const wanted = digestOf(ASSETS)
  const mark = join(root, 'public/assets/.vite/sources')
  await exclusively(note, async () => {
    await generate(environment)
    if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return note('up to date')
    await runOrFail(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root, env: environment })
    writeFileSync(mark, wanted)
  })
}
