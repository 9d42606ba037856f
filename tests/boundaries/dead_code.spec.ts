import { test } from '@japa/runner'
import { checkDeadCode } from './checks/dead_code.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

const PLANTED = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: { '#core/*': './app/core/*.js' },
    dependencies: { 'never-imported': '1.0.0' },
  }),
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "target": "es2024" } }',
  'start/routes.ts': `import { used } from '#core/some'\nused()`,
  'app/core/some.ts': 'export const used = () => 1\nexport const unusedExport = () => 2',
  'app/core/orphan.ts': 'export const orphan = 1',
}

test.group('Boundaries | dead code', () => {
  test('an unused export, file and package are caught, a used one is not', async ({ assert, cleanup }) => {
    const tree = await scratchTree(PLANTED, ['knip.json'])
    cleanup(tree.remove)
    const { faults } = await checkDeadCode(tree.root)
    assert.sameMembers(
      [...faults],
      [
        'app/core/orphan.ts: unused file',
        'app/core/some.ts: exports: unusedExport',
        'package.json: dependencies: never-imported',
      ]
    )
  }).timeout(60_000)

  test('the repository has none', async ({ assert }) => {
    const { lookedAt, faults } = await checkDeadCode(ROOT)
    console.log(`dead code: ${lookedAt.files} files looked at, 3 planted faults`)
    assert.isAbove(lookedAt.files!, 0)
    assert.deepEqual(faults, [])
  }).timeout(120_000)
})
