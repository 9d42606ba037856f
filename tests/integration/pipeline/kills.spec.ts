import { test } from '@japa/runner'
import { survives } from '#tests/support/kills/survives'

test.group('Kills', () => {
  test('three parts are killed under load, and every receipt is stored and weighed exactly once', ({ assert }) =>
    survives(3, assert)).timeout(900_000)
})
