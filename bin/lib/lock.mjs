import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writePrivate } from './files.mjs'
import { identityOf, isSame } from './processes.mjs'

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Who holds the lock, if that process still lives. */
export function holderOf(path) {
  const found = read(path)
  return found && isSame(found) ? found : null
}

/**
 * Takes the lock file for this process. A lock whose process is gone (killed) is taken over.
 * @returns {{ holder: object } | { left: object|null, update: (more: object) => void, release: () => void }}
 *   `holder`: a living process has it; `left`: what a dead one wrote there
 */
export function takeLock(path, details = {}) {
  const own = { ...identityOf(process.pid), ...details }
  const draft = `${path}.${process.pid}`
  const left = read(path)
  if (left && isSame(left)) return { holder: left }
  if (left) rmSync(path, { force: true })
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return takeLock(path, details)
  } finally {
    rmSync(draft, { force: true })
  }
  let released = false
  return {
    left,
    update(more) {
      if (!released) writePrivate(path, JSON.stringify(Object.assign(own, more)))
    },
    release() {
      released = true
      rmSync(path, { force: true })
    },
  }
}
