import { test } from '@japa/runner'
import { survives } from '#tests/support/kills/survives'

test.group('Kills', () => {
  test('twenty kills under load, and every receipt is stored and weighed exactly once', ({ assert }) =>
    survives(20, assert)).timeout(2_400_000)
})
