import { test } from '@japa/runner'
import { checkLogicalCss } from './checks/logical_css.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

test.group('Boundaries | files', () => {
  for (const line of [
    'margin-left: 4px;',
    '.a { text-align: right; }',
    '@apply flex pl-4;',
    'border-top-left-radius: 2px;',
  ]) {
    test(`a style that names a side is caught: ${line}`, async ({ assert, cleanup }) => {
      const tree = await scratchTree({
        'resources/css/a.css': `.b {\n  margin-inline-start: 4px;\n  background-position: left;\n}\n${line}\n`,
        'resources/components/a.vue': `<template><i /></template>\n<style>\n${line}\n</style>\n`,
      })
      cleanup(tree.remove)
      assert.sameMembers(
        [...checkLogicalCss(tree.root).faults],
        [`resources/components/a.vue:3: ${line}`, `resources/css/a.css:5: ${line}`]
      )
    })
  }

  test('the repository has none of these', ({ assert }) => {
    const styles = checkLogicalCss(ROOT)
    console.log(`styles: ${styles.lookedAt.files} files, ${styles.lookedAt.lines} lines`)
    assert.isAbove(styles.lookedAt.lines!, 0)
    assert.deepEqual(styles.faults, [])
  })
})
