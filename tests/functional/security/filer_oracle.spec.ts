import { test } from '@japa/runner'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { issueToken } from '#app/intake/actions/issue_token'
import { rows } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/alerts'
import { Visitor } from '#tests/support/visitor'
import { makePlace } from '#tests/support/world'

/** What differs from one receipt to the next, whatever was in it. */
const shape = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, 'at')
    .replace(/"receipt":"[^"]+"/g, '"receipt":"r"')

test.group('T58 filer_oracle', () => {
  test('a filer is told the same of a bill that is listed and of one that is not', async ({ assert }) => {
    const place = await makePlace()
    const manager = await place.as('watch_list_manager')
    const created = await manager.post(`${place.path}/watch-lists`, { code: 'names', name: 'Names', description: '' })
    await manager.post(`${created.location}/entries`, {
      kind: 'name',
      value: 'LISTED IMPORTS LTD',
      reason: 'told',
      validFrom: '',
      validUntil: '',
    })
    const { token } = await place.run(() =>
      issueToken({ name: 'line', sender: 'SNDR1', scopes: ['messages:submit'], days: 1, createdBy: null })
    )
    const filer = new Visitor()
    const authorization = `Bearer ${token}`
    const file = async (number: string, consignee: string) => {
      const body = cuscar(number).toString().replace('TEST IMPORTS LTD', consignee)
      const receipt = await filer.send('POST', '/api/v1/messages', {
        body,
        headers: { authorization, 'content-type': 'application/edifact' },
      })
      assert.equal(receipt.status, 202, receipt.text)
      await place.run(async () => {
        while (await new DrainIntake().drain());
        while (await new TargetingDrain().drain());
      })
      const told = await filer.send('GET', `/api/v1/messages/${receipt.json.id}`, { headers: { authorization } })
      return [shape(receipt.text), shape(told.text).replaceAll(number, 'n')]
    }
    const harmless = await file('770001', 'QUIET IMPORTS LTD.')
    const listed = await file('770002', 'LISTED IMPORTS LTD')
    const scores = await place.run(() =>
      rows<{ score: number }>(
        `select s.score from tenant.standings s join tenant.consignments c on c.id = s.consignment_id order by c.reference`
      )
    )
    assert.isAbove(scores[1]!.score, scores[0]!.score, 'the list was seen')
    assert.deepEqual(listed, harmless)
    assert.notMatch(listed.join(), /score|band|alert|risk|profile|watch|threat/i)
  })
})
