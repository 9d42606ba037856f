import { globSync } from 'node:fs'
import { test } from '@japa/runner'
import { doorOf } from './doors.js'
import { ROOT } from './root.js'

/** All but the two that start the suites, which import what they like. */
const SOURCES = '{app,plugins,config,start,database,resources,bin}/**/*.{ts,vue}'

test.group('Boundaries | doors', () => {
  test('every source has a door', ({ assert }) => {
    const files = globSync(SOURCES, { cwd: ROOT, exclude: ['bin/test.ts', 'bin/unit.ts'] })
    const without = files.filter((file) => !doorOf(file))
    console.log(`doors: ${files.length} files looked at`)
    assert.isAbove(files.length, 0)
    assert.deepEqual(without, [])
  })

  test('a room that nobody listed is a room', ({ assert }) => {
    assert.equal(doorOf('app/casework/actions/open_case.ts')?.name, 'room')
    assert.equal(doorOf('app/control/actions/x.ts')?.name, 'control')
    assert.equal(doorOf('app/commands.ts')?.name, 'assembly')
    assert.isUndefined(doorOf('elsewhere/x.ts'))
  })
})
