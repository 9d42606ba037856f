import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { OF_WATCH_LISTS } from '#app/casework/referrals/told_reasons'

const FOLDER = new URL('../../../app/core/indicators/builtin/', import.meta.url)

test.group('Reasons told to partners', () => {
  test('every indicator that looks into watch lists is known as one', ({ assert }) => {
    const looking = readdirSync(FOLDER)
      .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
      .filter((text) => /watchLists|watch_list_look_up/.test(text))
      .map((text) => /code: '([A-Z]\d{2})'/.exec(text)?.[1])
    assert.sameMembers([...OF_WATCH_LISTS], looking as string[])
  })
})
