import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

/** Writes a file that only we can read, whole or not at all. */
export function writePrivate(path, text) {
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, path)
}

export const writePrivateJson = (path, value) => writePrivate(path, `${JSON.stringify(value, null, 2)}\n`)

/** The parsed file, or null when there is none. */
export function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
