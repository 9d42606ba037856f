import { test } from '@japa/runner'
import { paintedNumber, readContainerNumber } from '../../../../resources/composables/container_number.js'

test.group('Container numbers as typed', () => {
  test('spaces, dashes and small letters are read', ({ assert }) => {
    assert.deepEqual(readContainerNumber(' nrcu 483-207 2 '), { number: 'NRCU4832072', repairedFrom: null })
    // The worked example of ISO 6346 has check digit 3.
    assert.deepEqual(readContainerNumber('CSQU3054383'), { number: 'CSQU3054383', repairedFrom: null })
  })

  test('a wrong or missing check digit is repaired and said', ({ assert }) => {
    assert.deepEqual(readContainerNumber('NRCU 483 207 5'), { number: 'NRCU4832072', repairedFrom: 'NRCU4832075' })
    assert.deepEqual(readContainerNumber('NRCU483207'), { number: 'NRCU4832072', repairedFrom: 'NRCU483207' })
  })

  test('what is no container number is left alone', ({ assert }) => {
    assert.isNull(readContainerNumber('NRCL CTG 4471 0926'))
    assert.isNull(readContainerNumber('9988566'))
  })

  test('is shown as painted on the box', ({ assert }) => {
    assert.equal(paintedNumber('NRCU4832072'), 'NRCU 483 207 2')
    assert.equal(paintedNumber('LOOSE'), 'LOOSE')
  })
})
