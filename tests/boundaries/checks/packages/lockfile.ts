import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from '../reading.js'

export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Packages of the lockfile by their place (`node_modules/a/node_modules/b`); the repository itself is the one without a place. */
export function readLockfile(root: string): { self: LockedPackage; entries: [string, LockedPackage][] } {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const entries = Object.entries(packages).filter(([place]) => place !== '')
  return { self: packages[''] ?? {}, entries }
}

const LAST = /^.*node_modules\//
export const nameOf = (place: string): string => place.replace(LAST, '')

/** A registry version; what comes from a repository, an address or a folder is not fixed by anybody. */
const REGISTRY = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?[\w.*^~<>=|&\s-]+(?:\+[\w.-]+)?$|^$|^\$[\w@/-]+$/

/**
 * Every package is fixed by its hash, comes from a registry and names no host (`npm ci` works against
 * any), and each that brings an install script is named in `allowScripts`: looked at, and run or not.
 */
export function checkLockfile(root: string): Reading {
  const { self, entries } = readLockfile(root)
  const { allowScripts = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    allowScripts?: Record<string, boolean>
  }
  const faults: string[] = []
  let specs = 0
  for (const [place, entry] of [['(this repository)', self] as const, ...entries]) {
    const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies }
    for (const [name, spec] of Object.entries(wanted)) {
      specs++
      if (!REGISTRY.test(spec)) faults.push(`package-lock.json: ${place}: asks for ${name} from ${spec}`)
    }
  }
  const scripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript)
  for (const [place, { resolved, integrity, link }] of entries) {
    if (resolved !== undefined) faults.push(`package-lock.json: ${place}: names a host`)
    if (integrity === undefined && !link) faults.push(`package-lock.json: ${place}: has no hash`)
  }
  for (const [place] of scripts) {
    if (allowScripts[nameOf(place)] === undefined)
      faults.push(`package-lock.json: ${place}: has an install script that package.json (allowScripts) does not name`)
  }
  return { lookedAt: { packages: entries.length, specs, 'install scripts': scripts.length }, faults }
}
