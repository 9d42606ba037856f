import { test } from '@japa/runner'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { statementsOf } from '#tests/support/counted_statements'
import { receive } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

test.group('Statements', () => {
  test('a message of one consignment costs few round trips', async ({ assert }) => {
    const place = await makePlace()
    const send = (number: string) => receive(place, cuscar({ document: number, bills: [{ number }] }))
    const turn = () => place.run(() => new DrainIntake().execute())
    await send('WARM')
    await turn()
    const received = await statementsOf(() => send('ALONE'))
    const alone = await statementsOf(turn)
    console.log(`    statements: received ${received.length}, read ${alone.length}`)
    // Nobody's goal, but more than these were not needed: whoever adds one says why.
    assert.isAtMost(received.length, 10)
    // Five of them compare with other filers (houses, containers, ships) and keep what history counts. Nine begin and
    // end the units of taking and reporting, whose plans are kept: planning them anew took longer.
    assert.isAtMost(alone.length, 50)
  })
})
