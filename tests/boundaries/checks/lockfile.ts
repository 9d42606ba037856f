import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from './reading.js'

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
  >
}

/** Every package is fixed by its hash, and none names the host it came from: `npm ci` works against any registry. */
export function checkLockfile(root: string): Reading {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lockfile
  const entries = Object.entries(packages).filter(([name]) => name !== '')
  const faults = entries.flatMap(([name, { resolved, integrity, link }]) => [
    ...(resolved !== undefined ? [`package-lock.json: ${name}: names a host`] : []),
    ...(integrity === undefined && !link ? [`package-lock.json: ${name}: has no hash`] : []),
  ])
  return { lookedAt: { packages: entries.length }, faults }
}
