import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { DrainIntake, receiveMessage } from '#app/intake/published'
import { TargetingDrain } from '#app/targeting/published'
import { execute, rows } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'

/** A consignment from a source country with a listed container: it alerts by itself. */
const filing = (serial: string, functionCode: string, weight: number) =>
  [
    `UNB+UNOC:2+SNDR9:ZZ+CUSTOMS+261120:1000+${serial}'`,
    `UNH+1+CUSCAR:D:95B:UN'`,
    `BGM+85+DOCTWICE+${functionCode}'`,
    `TDT+20+V77+1++SNDR:172:20:SENDER LINE+++9988566:146:11:TEST SHIP'`,
    `LOC+60+JMKIN:139:6'`,
    `GIS+23'`,
    `EQD+CN+NRCU4832072+45R1:102:5++3+5'`,
    `CNI+1+BILLTWICE'`,
    `RFF+BM:BILLTWICE'`,
    `LOC+88+COMDE:139:6'`,
    `LOC+9+COCTG:139:6'`,
    `LOC+11+JMKIN:139:6'`,
    `NAD+CZ+++TEST EXPORTS INC+1 SAMPLE ROAD+CARTAGENA'`,
    `NAD+CN+++TEST IMPORTS LTD+P.O. BOX 12+KINGSTON'`,
    `GID+1+10:CT'`,
    `FTX+AAA+++CERAMIC FLOOR TILES'`,
    `MEA+AAE+G+KGM:${weight}'`,
    `SGP+NRCU4832072+10'`,
    `UNT+18+1'`,
    `UNZ+1+${serial}'`,
  ].join('\n')

test.group('Alerts of several revisions', () => {
  test('two revisions weighed in one batch raise one alert, of the later', async ({ assert }) => {
    const place = await makePlace()
    await place.run(async () => {
      for (const [serial, code, weight] of [
        ['1', '9', 9000],
        ['2', '4', 9100],
        ['3', '4', 9200],
      ] as const) {
        const received = await receiveMessage({
          bytes: Readable.from([Buffer.from(filing(serial, code, weight))]),
          channel: 'console',
          filename: null,
          senderId: null,
          submittedBy: null,
        })
        assert.isTrue(received.ok)
      }
      while (await new DrainIntake().drain());
      while (await new TargetingDrain().drain());
      const alerts = await rows<{ threat: string; revision: number }>(
        `select a.threat, x.revision from tenant.alerts a join tenant.assessments x on x.id = a.assessment_id where a.state <> 'dismissed'`
      )
      assert.isAbove(alerts.length, 0)
      assert.equal(new Set(alerts.map((alert) => alert.threat)).size, alerts.length)
      assert.deepEqual([...new Set(alerts.map((alert) => alert.revision))], [3])
      const weighed = await rows<{ revision: number }>(`select revision from tenant.assessments order by revision`)
      assert.deepEqual(
        weighed.map((row) => row.revision),
        [1, 2, 3]
      )
    })
  })

  test('a dismissed alert returns only with a new reason or a higher band', async ({ assert }) => {
    const place = await makePlace()
    await place.run(async () => {
      const file = async (serial: string, code: string, weight: number) => {
        await receiveMessage({
          bytes: Readable.from([Buffer.from(filing(serial, code, weight))]),
          channel: 'console',
          filename: null,
          senderId: null,
          submittedBy: null,
        })
        while (await new DrainIntake().drain());
        while (await new TargetingDrain().drain());
      }
      const open = async () => (await rows(`select id from tenant.alerts where state <> 'dismissed'`)).length
      await file('1', '9', 9000)
      assert.isAbove(await open(), 0)
      await execute(
        `update tenant.alerts set state = 'dismissed', decided_by = ?, decided_at = now(), decision_reason = 'known_trade'`,
        [place.officers.analyst!.id]
      )
      await file('2', '4', 9100)
      assert.equal(await open(), 0, 'same reasons, same band')
      await execute(`update tenant.alerts set reason_codes = 'R01'`)
      await file('3', '4', 9200)
      assert.isAbove(await open(), 0, 'a reason the officer had not seen')
    })
  })
})
