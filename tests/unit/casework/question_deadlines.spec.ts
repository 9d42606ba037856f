import { test } from '@japa/runner'
import { defaultDeadline, MINUTE, reminderAt } from '#app/casework/questions/deadlines'
import { LONGEST_DEADLINE, SHORTEST_DEADLINE } from '#app/casework/questions/codes'

const NOW = new Date('2026-11-22T10:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)
const terms = (countedFrom: 'asked' | 'arrival' | 'departure', minutes = 120) => ({
  countedFrom,
  minutes,
  remindMinutes: 30,
  codes: {},
})
const NOWHERE = { arrives: null, departs: null }

test.group('Casework | deadlines of questions', () => {
  test('counted from the asking, or back from arrival or departure', ({ assert }) => {
    const journey = { arrives: at(600), departs: at(900) }
    assert.deepEqual(defaultDeadline(terms('asked'), journey, NOW), at(120))
    assert.deepEqual(defaultDeadline(terms('arrival'), journey, NOW), at(480))
    assert.deepEqual(defaultDeadline(terms('departure'), journey, NOW), at(780))
  })

  test('what is not known is counted from the asking', ({ assert }) => {
    assert.deepEqual(defaultDeadline(terms('arrival'), NOWHERE, NOW), at(120))
    assert.deepEqual(defaultDeadline(terms('departure'), { arrives: at(600), departs: null }, NOW), at(120))
  })

  test('never overdue as it is asked, and never beyond what may be asked', ({ assert }) => {
    assert.deepEqual(defaultDeadline(terms('arrival'), { arrives: at(60), departs: null }, NOW), at(SHORTEST_DEADLINE))
    assert.deepEqual(defaultDeadline(terms('arrival'), { arrives: at(-60), departs: null }, NOW), at(SHORTEST_DEADLINE))
    const far = { arrives: at(60 * 24 * 60), departs: null }
    assert.deepEqual(defaultDeadline(terms('arrival'), far, NOW), at(LONGEST_DEADLINE))
  })

  test('a reminder where there is time for one', ({ assert }) => {
    assert.deepEqual(reminderAt(at(120), terms('asked'), NOW), at(90))
    assert.isNull(reminderAt(at(30), terms('asked'), NOW))
    assert.isNull(reminderAt(at(120), { ...terms('asked'), remindMinutes: 0 }, NOW))
  })
})
