import { Readable } from 'node:stream'
import DrainIntake from '#app/intake/jobs/drain_intake'
import { receiveMessage } from '#app/intake/published'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import type { Place } from './world.js'

let serial = 0

/** A small generic CUSCAR with one consignment; numbers are new each time. */
export function cuscar(number: string): Buffer {
  return Buffer.from(
    [
      `UNB+UNOC:2+SNDR1:ZZ+CUSTOMS+261120:1000+${number}'`,
      `UNH+1+CUSCAR:D:95B:UN'`,
      `BGM+85+DOC${number}+9'`,
      `TDT+20+V${number}+1++SNDR:172:20:SENDER LINE+++9988566:146:11:TEST SHIP'`,
      `LOC+60+JMKIN:139:6'`,
      `DTM+132:202612010800:203'`,
      `GIS+23'`,
      `EQD+CN+NRCU4832072+22G1:102:5++3+5'`,
      `CNI+1+BILL${number}'`,
      `RFF+BM:BILL${number}'`,
      `LOC+9+USMIA:139:6'`,
      `LOC+11+JMKIN:139:6'`,
      `NAD+CZ+++TEST EXPORTS INC+1 SAMPLE ROAD+MIAMI'`,
      `NAD+CN+++TEST IMPORTS LTD+2 SAMPLE STREET+KINGSTON'`,
      `GID+1+10:CT'`,
      `FTX+AAA+++COTTON SHIRTS IN CARTONS'`,
      `MEA+AAE+G+KGM:9000'`,
      `SGP+NRCU4832072+10'`,
      `UNT+18+1'`,
      `UNZ+1+${number}'`,
      '',
    ].join('\n')
  )
}

/** Files one consignment through the real pipeline and gives it an open alert. */
export async function makeAlert(
  place: Place,
  shape: { band?: string; score?: number } = {}
): Promise<{ alert: string; consignment: string; number: string }> {
  const number = `${Date.now() % 1_000_000}${++serial}`
  return place.run(async () => {
    const received = await receiveMessage({
      bytes: Readable.from([cuscar(number)]),
      channel: 'console',
      filename: null,
      senderId: null,
      submittedBy: null,
    })
    if (!received.ok) throw new Error(received.error)
    while (await new DrainIntake().drain());
    while (await new TargetingDrain().drain());
    const found = await firstRow<{ id: string; assessment_id: string }>(
      `select c.id, s.assessment_id from tenant.consignments c join tenant.standings s on s.consignment_id = c.id where c.reference = ?`,
      [`BILL${number}`]
    )
    if (!found) throw new Error(`BILL${number} was not weighed`)
    // What its own weighing raised is decided: the alert of the test is the only open one.
    await execute(
      `update tenant.alerts set state = 'dismissed', decided_at = now() where consignment_id = ? and state in ('new', 'claimed')`,
      [found.id]
    )
    const alert = uuidv7()
    await execute(
      `insert into tenant.alerts (tenant_id, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes)
       values (?, ?, ?, 'NAR', ?, 'threshold', ?, ?, ?, ?, 'R01')`,
      [
        place.administration.id,
        alert,
        found.id,
        found.assessment_id,
        shape.band ?? 'medium',
        shape.score ?? 60,
        shape.score ?? 60,
        shape.score ?? 60,
      ]
    )
    await execute(`insert into tenant.alert_events (tenant_id, id, alert_id, kind) values (?, ?, ?, 'raised')`, [
      place.administration.id,
      uuidv7(),
      alert,
    ])
    return { alert, consignment: found.id, number }
  })
}
