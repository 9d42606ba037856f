import { registerDeclaration, registerExamination, registerPermit } from '#app/cargo_register/published'
import { tell } from '#app/casework/instructions/actions/tell'
import { findSender } from '#app/intake/published'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { blankDeclaration, blankExamination, blankPermit } from '#sdk'
import { drainIntake } from './intake.js'
import { Visitor } from './visitor.js'
import type { Place } from './world.js'

export interface Declared {
  /** What the token of this side sent as a declaration; nobody could read it. */
  declared: string
}

/** A declaration, a permit and a told result of cargo that both sides have, a selection that was told, and one that could not be read. */
export async function declare(place: Place, token: string): Promise<Declared> {
  await place.run(async () => {
    const sender = await findSender('ASYCUDA')
    const declaration = {
      ...blankDeclaration('ASYCUDA_SAD'),
      number: 'JMKIN 2026 C1',
      transportDocuments: ['XCARBOG00071'],
    }
    const filing = () => ({ messageId: uuidv7(), sender, filedAt: Date.now(), historical: false })
    await unitOfWork(() => registerDeclaration(declaration, filing()))
    const permit = { ...blankPermit('ASYCUDA_LPCO'), number: 'PQ 1', transportDocuments: ['XCARBOG00071'] }
    await unitOfWork(() => registerPermit(permit, filing()))
    const order = (await firstRow<{ id: string }>(`select id from tenant.inspection_orders order by id limit 1`))!.id
    const cargo = { sql: `select consignment_id from tenant.inspection_orders where id = ?`, bindings: [order] }
    await unitOfWork(() => tell({ kind: 'select', about: { caseId: null, orderId: order }, cargo }))
    const examination = { ...blankExamination('ASYCUDA_INSPECTION_ACT'), number: 'JMKCT 1', equipment: ['NRCU4832072'] }
    const system = (await firstRow<{ id: string }>(`select id from tenant.connected_systems order by id limit 1`))!.id
    await unitOfWork(() => registerExamination(examination, { ...filing(), systemId: system }))
    await execute(
      `insert into tenant.examination_orders (tenant_id, examination_id, order_id, standing)
       select tenant_id, id, ?, 'beside' from tenant.examinations order by id limit 1`,
      [order]
    )
    // As when it was taken: an outcome and a finding that are nobody's but the system's.
    await execute(
      `insert into tenant.outcomes (tenant_id, id, order_id, result, judgement, minutes, code_edition, position, told_by)
       select tenant_id, uuidv7(), ?, 'inconclusive', 'inconclusive', null, 2, 90, id from tenant.examinations order by id limit 1`,
      [order]
    )
    await execute(
      `insert into tenant.inspection_findings (tenant_id, id, order_id, what, place, code_edition, told_by)
       select tenant_id, uuidv7(), ?, 'other', 'other', 2, id from tenant.examinations order by id limit 1`,
      [order]
    )
  })
  const sent = await new Visitor().send('POST', '/api/v1/declarations', {
    body: 'no declaration that anybody reads',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/xml' },
  })
  if (sent.status !== 202) throw new Error(`the declaration was answered ${sent.status} ${sent.text}`)
  await drainIntake(place)
  return { declared: sent.json.id }
}
