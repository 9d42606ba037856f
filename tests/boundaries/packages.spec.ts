import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from '@japa/runner'
import { checkDependencyPage, DEPENDENCY_PAGE, dependencyPage } from './checks/packages/dependency_page.js'
import { ALLOWED, checkLicences } from './checks/packages/licences.js'
import { checkLockfile } from './checks/packages/lockfile.js'
import { bomOf, checkSbom, SBOM } from './checks/packages/sbom.js'
import { isAllowed } from './checks/packages/spdx.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

const HASH = `sha512-${Buffer.alloc(64, 7).toString('base64')}`
const sound = { version: '1.0.0', integrity: HASH, license: 'MIT' }
const tree = (packages: object, manifest: object = {}, more: Record<string, string> = {}) =>
  scratchTree({
    'package-lock.json': JSON.stringify({ packages }),
    'package.json': JSON.stringify(manifest),
    ...more,
  })

test.group('Boundaries | packages', () => {
  test('a host, a missing hash, a source that is no registry and an unknown install script are caught', async ({
    assert,
    cleanup,
  }) => {
    const { root, remove } = await tree(
      {
        '': { dependencies: { a: '1.0.0', e: 'git+https://git.example/e.git', f: 'https://host.example/f.tgz' } },
        'node_modules/a': { ...sound, resolved: 'https://registry.example/a.tgz' },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': { ...sound, hasInstallScript: true },
        'node_modules/d': {
          ...sound,
          hasInstallScript: true,
          dependencies: { g: 'github:o/g', h: 'file:../h', i: 'o/i' },
        },
        'node_modules/fine': {
          ...sound,
          dependencies: {
            j: '^1.2.0 || ~2.0.0',
            k: 'npm:@s/k@^3',
            l: '*',
            m: '>=1 <3',
            n: '1.0.0-beta.17',
            o: 'latest',
            p: '',
          },
        },
      },
      { allowScripts: { d: false } }
    )
    cleanup(remove)
    assert.sameMembers(
      [...checkLockfile(root).faults],
      [
        'package-lock.json: (this repository): asks for e from git+https://git.example/e.git',
        'package-lock.json: (this repository): asks for f from https://host.example/f.tgz',
        'package-lock.json: node_modules/a: names a host',
        'package-lock.json: node_modules/b: has no hash',
        'package-lock.json: node_modules/c: has an install script that package.json (allowScripts) does not name',
        'package-lock.json: node_modules/d: asks for g from github:o/g',
        'package-lock.json: node_modules/d: asks for h from file:../h',
        'package-lock.json: node_modules/d: asks for i from o/i',
      ]
    )
  })

  test('an SPDX expression is allowed when one way through it is')
    .with([
      ['MIT', true],
      ['GPL-3.0-only', false],
      ['(MIT OR GPL-3.0-only)', true],
      ['MIT AND GPL-3.0-only', false],
      ['GPL-3.0-only OR MIT AND Zlib', true],
      ['(GPL-3.0-only OR MIT) AND AGPL-3.0-only', false],
      ['(MIT AND Zlib)', true],
      ['GPL-2.0-only WITH Classpath-exception-2.0', false],
      ['Apache-2.0 WITH LLVM-exception OR ISC', true],
      ['BUSL-1.1', false],
      ['UNLICENSED', false],
    ] as const)
    .run(({ assert }, [expression, allowed]) => {
      assert.equal(isAllowed(expression, ALLOWED), allowed)
    })

  test('what is no expression is refused: {$self}')
    .with(['SEE LICENSE IN LICENSE', '', 'MIT OR', '(MIT', 'MIT)', 'AND MIT', 'MIT/Apache-2.0'])
    .run(({ assert }, text) => {
      assert.throws(() => isAllowed(text, ALLOWED), /no SPDX expression/)
    })

  test('a package under a forbidden licence, under none or under words is caught, for building too', async ({
    assert,
    cleanup,
  }) => {
    const { root, remove } = await tree({
      '': {},
      'node_modules/a': sound,
      'node_modules/b': { ...sound, license: 'AGPL-3.0-only' },
      'node_modules/c': { ...sound, license: undefined },
      'node_modules/d': { ...sound, license: 'SEE LICENSE IN LICENSE', dev: true },
    })
    cleanup(remove)
    assert.deepEqual(checkLicences(root).faults, [
      'package-lock.json: node_modules/b@1.0.0: its licence AGPL-3.0-only is not among those we may ship with',
      'package-lock.json: node_modules/c@1.0.0: says no licence',
      'package-lock.json: node_modules/d@1.0.0: its licence "SEE LICENSE IN LICENSE" is no SPDX expression',
    ])
  })

  test('the bill of materials names each package once, finds what each asks for, and is the same each time', async ({
    assert,
    cleanup,
  }) => {
    const { root, remove } = await tree({
      '': { version: '2.0.0', dependencies: { '@s/a': '^1.0.0' } },
      'node_modules/@s/a': { ...sound, dependencies: { b: '^2.0.0' } },
      'node_modules/@s/a/node_modules/b': { ...sound, version: '2.1.0' },
      'node_modules/b': { ...sound, dev: true },
      'node_modules/c': { ...sound, integrity: undefined, license: undefined },
    })
    cleanup(remove)
    const { faults, lookedAt } = checkSbom(root)
    assert.deepEqual(lookedAt, { components: 4, dependencies: 2 })
    assert.sameMembers(
      [...faults],
      [
        `${SBOM}: pkg:npm/c@1.0.0: has no SHA-512`,
        `${SBOM}: pkg:npm/c@1.0.0: has no licence`,
        `${SBOM}: pkg:npm/b@1.0.0: nothing asks for it; run npm install`,
        `${SBOM}: pkg:npm/c@1.0.0: nothing asks for it; run npm install`,
      ]
    )
    const bom = JSON.parse(readFileSync(path.join(root, SBOM), 'utf8'))
    assert.deepEqual(bom, JSON.parse(JSON.stringify(bomOf(root))))
    assert.deepEqual(bom.dependencies.slice(0, 2), [
      { ref: 'pkg:npm/landfall@2.0.0', dependsOn: ['pkg:npm/%40s/a@1.0.0'] },
      { ref: 'pkg:npm/%40s/a@1.0.0', dependsOn: ['pkg:npm/b@2.1.0'] },
    ])
    assert.equal(bom.components[0].hashes[0].content, '07'.repeat(64))
    assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('a page that is behind, a package without a purpose and a purpose without a package are caught', async ({
    assert,
    cleanup,
  }) => {
    const manifest = { dependencies: { a: '1.0.0' }, devDependencies: { b: '1.0.0' } }
    const { root, remove } = await tree({ '': manifest, 'node_modules/a': sound, 'node_modules/b': sound }, manifest, {
      [DEPENDENCY_PAGE]: 'old',
    })
    cleanup(remove)
    const purposes = { a: 'something', gone: 'what was' }
    assert.include(dependencyPage(root, purposes), '- **`a`** 1.0.0, MIT: something')
    const [behind, ...others] = checkDependencyPage(root, purposes).faults
    assert.match(behind!, /not as package.json says/)
    assert.deepEqual(others, ['purposes.ts: b has no purpose', 'purposes.ts: gone is not asked for any more'])
  })

  test('the repository has none of these', ({ assert }) => {
    const checks = { checkLockfile, checkLicences, checkSbom, checkDependencyPage }
    for (const [name, check] of Object.entries(checks)) {
      const { lookedAt, faults } = check(ROOT)
      console.log(
        `${name}: ${Object.entries(lookedAt)
          .map(([what, count]) => `${count} ${what}`)
          .join(', ')}`
      )
      for (const count of Object.values(lookedAt)) assert.isAbove(count, 0)
      assert.deepEqual(faults, [])
    }
    assert.isTrue(existsSync(path.join(ROOT, SBOM)))
  })
})
