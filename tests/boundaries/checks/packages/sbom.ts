import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from '../reading.js'
import { licenceOf } from './licences.js'
import { nameOf, readLockfile, type LockedPackage } from './lockfile.js'

export const SBOM = 'storage/sbom.cdx.json'

interface Component {
  type: 'library'
  'bom-ref': string
  name: string
  version: string
  scope: 'required' | 'optional' | 'excluded'
  purl: string
  hashes: { alg: 'SHA-512'; content: string }[]
  licenses: { expression: string }[]
}

export interface Bom {
  bomFormat: 'CycloneDX'
  specVersion: '1.6'
  serialNumber: string
  version: 1
  metadata: { component: { type: 'application'; 'bom-ref': string; name: string; version: string } }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * The software bill of materials of the lockfile (CycloneDX 1.6). Without network and clock: the same
 * lockfile gives the same bytes. What only builds and tests is there too, with the scope "excluded".
 */
export function bomOf(root: string): Bom {
  const { self, entries } = readLockfile(root)
  const places = new Map(entries)
  const ref = (place: string) => purl(nameOf(place), places.get(place)?.version ?? '')
  const own = `pkg:npm/landfall@${self.version ?? '0'}`
  const components = new Map(entries.map(([place, entry]) => [ref(place), componentOf(place, entry)]))
  const edges = new Map<string, Set<string>>()
  for (const [place, entry] of [['', self] as const, ...entries]) {
    const from = place === '' ? own : ref(place)
    const wanted = Object.keys({
      ...entry.dependencies,
      ...entry.optionalDependencies,
      ...entry.devDependencies,
      ...entry.peerDependencies,
    })
    const found = wanted.map((name) => resolve(place, name, places)).filter((each) => each !== null)
    edges.set(from, new Set([...(edges.get(from) ?? []), ...found.map(ref)]))
  }
  const sorted = [...components.keys()].sort()
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(entries))}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': own, name: 'landfall', version: self.version ?? '0' },
    },
    components: sorted.map((each) => components.get(each)!),
    dependencies: [own, ...sorted].map((each) => ({ ref: each, dependsOn: [...(edges.get(each) ?? [])].sort() })),
  }
}

const purl = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function componentOf(place: string, entry: LockedPackage): Component {
  const name = nameOf(place)
  const version = entry.version ?? ''
  const licence = licenceOf(place, entry)
  const [algorithm, hash = ''] = (entry.integrity ?? '').split('-', 2)
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    scope: entry.dev ? 'excluded' : entry.optional ? 'optional' : 'required',
    purl: purl(name, version),
    hashes: algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] : [],
    licenses: licence ? [{ expression: licence }] : [],
  }
}

/** Where Node finds a package asked for at `place`: beside it, or in a folder above. */
function resolve(place: string, name: string, places: ReadonlyMap<string, LockedPackage>): string | null {
  for (let at = place; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    const candidate = `${at ? `${at}/` : ''}node_modules/${name}`
    if (places.has(candidate)) return candidate
    if (at === '') return null
  }
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Writes the bill and looks at it: every package has a hash and a licence, and is reached from the application. */
export function checkSbom(root: string): Reading {
  const bom = bomOf(root)
  const file = path.join(root, SBOM)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(bom, null, 1)}\n`)
  const faults = bom.components.flatMap(({ purl: id, hashes, licenses }) => [
    ...(hashes.length === 0 ? [`${SBOM}: ${id}: has no SHA-512`] : []),
    ...(licenses.length === 0 ? [`${SBOM}: ${id}: has no licence`] : []),
  ])
  const reached = reach(bom)
  for (const { purl: id } of bom.components)
    if (!reached.has(id)) faults.push(`${SBOM}: ${id}: nothing asks for it; run npm install`)
  const edges = bom.dependencies.reduce((sum, { dependsOn }) => sum + dependsOn.length, 0)
  return { lookedAt: { components: bom.components.length, dependencies: edges }, faults }
}

function reach({ metadata, dependencies }: Bom): Set<string> {
  const next = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const seen = new Set<string>()
  const open = [metadata.component['bom-ref']]
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (seen.has(ref)) continue
    seen.add(ref)
    open.push(...(next.get(ref) ?? []))
  }
  return seen
}
