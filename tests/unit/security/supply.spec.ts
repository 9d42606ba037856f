import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
  bundled?: boolean
  inBundle?: boolean
}

const readJson = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T

/** Faults of one entry of the lockfile. Without an address it is the registry's; its bytes are known in any case. */
function faultsOf(name: string, { resolved, integrity, link, inBundle }: Locked): string[] {
  if (name === '' || link || inBundle) return []
  return [
    ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
      ? []
      : [`${name} comes from ${resolved}`]),
    ...(integrity?.startsWith('sha512-') ? [] : [`${name} has no integrity`]),
  ]
}

test.group('T71 supply', () => {
  test('every package is from the registry and its bytes are known', ({ assert }) => {
    const { packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json')
    assert.isAbove(Object.keys(packages).length, 500)
    assert.deepEqual(
      Object.entries(packages).flatMap(([name, entry]) => faultsOf(name, entry)),
      []
    )
  })

  test('packages with effects are pinned to one version', ({ assert }) => {
    const { dependencies } = readJson<{ dependencies: Record<string, string> }>('package.json')
    const loose = Object.entries(dependencies).filter(([, version]) => !/^\d/.test(version))
    // Fonts and icons run nowhere.
    assert.deepEqual(
      loose.filter(([name]) => !/^@(?:fontsource-variable|iconify-json)\//.test(name)),
      []
    )
  })

  test('a planted package from elsewhere is named', ({ assert }) => {
    assert.lengthOf(faultsOf('evil', { resolved: 'git+ssh://git@evil.example/evil.git' }), 2)
    assert.lengthOf(faultsOf('loose', { resolved: 'https://registry.npmjs.org/loose.tgz' }), 1)
  })
})
