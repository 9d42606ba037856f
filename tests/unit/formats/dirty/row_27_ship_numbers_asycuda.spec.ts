import { test } from '@japa/runner'
import { general, newCodes } from './dirty_asycuda.js'

test.group('Row 27 | ships of manifests', () => {
  test('a number that fails its check is no IMO number; the name stays', async ({ assert }) => {
    const result = await general('9074729', '9074728')
    assert.deepEqual([result.report.conveyance.means.imo, result.report.conveyance.means.name], [null, 'MV EXAMPLE'])
    assert.deepEqual(newCodes(result), ['REF-CHECKDIGIT-IMO'])
  })

  test('an unknown flag is left out', async ({ assert }) => {
    const result = await general('<Nationality_of_transporter_code>PA<', '<Nationality_of_transporter_code>QQ<')
    assert.deepEqual([result.report.conveyance.means.flag, newCodes(result)], [null, ['REF-COUNTRY']])
  })

  test('the registration of an aircraft is not checked; a prefix is none of the number', async ({ assert }) => {
    const aircraft = await general('9074729', 'XX-ABC')
    assert.deepEqual([aircraft.report.conveyance.means.imo, newCodes(aircraft)], [null, []])
    assert.equal((await general('9074729', 'IMO 9074729')).report.conveyance.means.imo, '9074729')
  })
})
