import { test } from '@japa/runner'
import { ProblemCollector } from '#core/formats/problem_collector'

const told = (problems: ProblemCollector) =>
  problems.all().map(({ code, params }) => `${code} ${params?.['value'] ?? params?.['count'] ?? ''}`.trim())

test.group('Problems of one Message', () => {
  test('are told by chapters, whichever was found first', ({ assert }) => {
    const problems = new ProblemCollector(10)
    problems.turnTo(2)
    problems.add('REF-HS', { params: { value: 'c' } })
    problems.repeat('SEM-PII', {}, 'phone')
    problems.turnTo(0)
    problems.add('SYN-DATE', { params: { value: 'a' } })
    problems.repeat('SYN-WRAP', {})
    problems.turnTo(1)
    problems.add('REF-SEAL', { params: { value: 'b' } })
    problems.turnTo(2)
    problems.repeat('SYN-WRAP', {})
    assert.deepEqual(told(problems), ['SYN-DATE a', 'REF-SEAL b', 'REF-HS c', 'SYN-WRAP 2', 'SEM-PII 1'])
  })

  test('have one limit for all chapters; an error is kept beyond it, the rest is counted', ({ assert }) => {
    const problems = new ProblemCollector(3)
    problems.turnTo(1)
    for (const value of ['d', 'e', 'f', 'g']) problems.add('REF-HS', { params: { value } })
    problems.add('SEM-DOCUMENT-MISSING')
    problems.turnTo(0)
    for (const value of ['a', 'b']) problems.add('SYN-DATE', { params: { value } })
    assert.deepEqual(told(problems), ['SYN-DATE a', 'SYN-DATE b', 'REF-HS d', 'SEM-DOCUMENT-MISSING', 'SYN-MANY 3'])
  })
})
