import type { Reading } from '../reading.js'
import { nameOf, readLockfile, type LockedPackage } from './lockfile.js'
import { isAllowed } from './spdx.js'

/**
 * Licences that code and data we ship may have beside the EUPL-1.2 (its appendix, and what asks for
 * notices only). Not here, on purpose: GPL and AGPL without exception, SSPL, BUSL, Commons Clause, CC-BY-NC, "UNLICENSED".
 */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Unlicense',
  'Zlib',
])

/** Packages that say their licence elsewhere than in package.json; looked up by hand, for this version only. */
const STATED: Readonly<Record<string, { licence: string; where: string }>> = {
  '@adonisjs/limiter@3.0.1': { licence: 'MIT', where: 'LICENSE.md of the package' },
  'busboy@1.6.0': { licence: 'MIT', where: 'LICENSE of the package' },
  'humanize-number@0.0.2': { licence: 'MIT', where: 'README of the package' },
  'png-js@1.1.0': { licence: 'MIT', where: 'LICENSE of the package' },
  'streamsearch@1.1.0': { licence: 'MIT', where: 'LICENSE of the package' },
  'vaul-vue@0.4.1': { licence: 'MIT', where: 'LICENSE of github.com/unovue/vaul-vue' },
}

export const licenceOf = (place: string, { license, version }: LockedPackage): string | null =>
  license ?? STATED[`${nameOf(place)}@${version}`]?.licence ?? null

/** Every package, shipped or used to build, is under an allowed licence; prints how many under which. */
export function checkLicences(root: string): Reading {
  const { entries } = readLockfile(root)
  const faults: string[] = []
  const counts = new Map<string, number>()
  let shipped = 0
  for (const [place, entry] of entries) {
    const licence = licenceOf(place, entry)
    if (!entry.dev) {
      shipped++
      counts.set(licence ?? 'none', (counts.get(licence ?? 'none') ?? 0) + 1)
    }
    const fault = faultOf(licence)
    if (fault) faults.push(`package-lock.json: ${place}@${entry.version}: ${fault}`)
  }
  return { lookedAt: { packages: entries.length, shipped, licences: counts.size }, faults }
}

function faultOf(licence: string | null): string | null {
  if (licence === null) return 'says no licence'
  try {
    return isAllowed(licence, ALLOWED) ? null : `its licence ${licence} is not among those we may ship with`
  } catch {
    return `its licence "${licence}" is no SPDX expression`
  }
}
