import { test } from '@japa/runner'
import { checkErrorPage, ERROR_PAGE, errorPage } from './checks/error_page.js'
import { errorClasses } from './checks/error_classes.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

const SOURCES = {
  'app/platform/a/errors.ts': `export class A extends Exception {
    static override status = 404
    static override code = 'E_A_MISSING'
    static override message = 'There is no A. Make one.'
  }`,
  'app/platform/b/use.ts': `export const f = (name: string) => { throw new Exception(\`No \${name}\`, { code: 'E_B', status: 500 }) }`,
  'app/platform/b/super.ts': `export class D extends Exception {
    static override code = 'E_D'
    constructor(file: string) { super(\`File \${file} is damaged.\`) }
  }`,
  'app/platform/b/other.ts': `export class Other { static code = 'B2' }`,
}

test.group('Boundaries | errors', () => {
  test('classes and exceptions with a code are found, other codes are not', async ({ assert, cleanup }) => {
    const tree = await scratchTree(SOURCES)
    cleanup(tree.remove)
    assert.deepEqual(errorClasses(tree.root).errors, [
      {
        code: 'E_A_MISSING',
        status: 404,
        message: 'There is no A. Make one.',
        isClass: true,
        file: 'app/platform/a/errors.ts',
      },
      { code: 'E_B', status: 500, message: 'No …', isClass: false, file: 'app/platform/b/use.ts' },
      { code: 'E_D', status: null, message: 'File … is damaged.', isClass: true, file: 'app/platform/b/super.ts' },
    ])
  })

  test('a page that is behind, and a code with two meanings, are caught', async ({ assert, cleanup }) => {
    const twin = { 'app/platform/c/errors.ts': `export class C { static code = 'E_B' }` }
    const tree = await scratchTree({ ...SOURCES, ...twin, [ERROR_PAGE]: errorPage([]) })
    cleanup(tree.remove)
    const { faults } = checkErrorPage(tree.root)
    assert.lengthOf(faults, 2)
    assert.match(faults[0]!, /not as the classes say/)
    assert.equal(faults[1], 'app/platform/c/errors.ts: E_B is declared elsewhere too')
  })

  test('the page of the repository is what its classes say', ({ assert }) => {
    const { lookedAt, faults } = checkErrorPage(ROOT)
    console.log(`errors: ${lookedAt.files} files, ${lookedAt.errors} errors looked at`)
    assert.isAbove(lookedAt.errors!, 0)
    assert.deepEqual(faults, [])
  })
})
