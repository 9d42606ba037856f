import { test } from '@japa/runner'
import { readGraph } from './checks/graph.js'
import { DOORS } from './doors.js'
import { PLANTED_IN_GRAPH, PLANTED_TREE } from './planted/graph.js'
import { scratchTree } from './planted/scratch.js'
import { ROOT } from './root.js'

const SETTINGS = ['.dependency-cruiser.mjs', 'tsconfig.boundaries.json', 'tests/boundaries/doors.js']

test.group('Boundaries | dependency graph', () => {
  test('catches every planted violation and nothing else', async ({ assert, cleanup }) => {
    const tree = await scratchTree(PLANTED_TREE, SETTINGS)
    cleanup(tree.remove)
    const { violations } = await readGraph(tree.root)
    const caught = [...new Set(violations.map(({ rule, from }) => `${rule}: ${from}`))].sort()
    assert.deepEqual(caught, [...PLANTED_IN_GRAPH].sort())
  }).timeout(60_000)

  test('every door has a planted violation', ({ assert }) => {
    for (const { name } of DOORS)
      assert.isTrue(
        PLANTED_IN_GRAPH.some((planted) => planted.startsWith(`door-${name}: `)),
        name
      )
  })

  test('the repository has none', async ({ assert }) => {
    const { modules, edges, violations } = await readGraph(ROOT)
    console.log(`graph: ${modules} modules and ${edges} edges looked at, ${PLANTED_IN_GRAPH.length} planted violations`)
    assert.isAbove(modules, 0)
    assert.isAbove(edges, 0)
    assert.deepEqual(
      violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
      []
    )
  }).timeout(120_000)
})
