import { connectSystem, changeSystem, renewSecret } from '#app/casework/instructions/actions/change_system'
import { instruct } from '#app/casework/instructions/listeners/instruct'
import { issueToken } from '#app/intake/published'
import { firstRow, execute, unitOfWork } from '#platform/tenancy/database'
import type { Place } from './world.js'

export interface Instructed {
  /** A connected system, switched on. */
  system: string
  /** A token of it that nobody uses. */
  systemToken: string
  /** One that nobody answered. */
  instruction: string
  /** Of another one, given up. */
  deadDelivery: string
}

const TERMS = {
  name: 'Same terminal',
  kind: 'terminal',
  // Nobody is reached there: RFC 6761 keeps the name free.
  url: 'https://terminal.invalid/landfall',
  hears: ['hold', 'release'],
  ports: [],
  answerMinutes: 30,
} as const

/** A system and what it was told of a case, through the real actions. */
export async function connect(place: Place, caseId: string): Promise<Instructed> {
  const administrator = place.officers.administrator!.id
  return place.run(async () => {
    const made = await connectSystem(TERMS, administrator)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const system = made.value
    await renewSecret(system)
    await changeSystem(system, { ...TERMS, enabled: true })
    for (const act of ['hold', 'lift_hold']) await unitOfWork(() => instruct({ caseId, act, phase: 'on_hold' }))
    const told = (kind: string) =>
      firstRow<{ id: string; instruction: string }>(
        `select d.id, i.id as instruction from tenant.instruction_deliveries d join tenant.instructions i on i.id = d.instruction_id where i.kind = ?`,
        [kind]
      )
    const [hold, release] = [await told('hold'), await told('release')]
    await execute(
      `update tenant.instruction_deliveries set state = case when id = ? then 'delivered' else 'dead' end, error = 'gone',
              answer_due = now() + interval '1 day'`,
      [hold!.id]
    )
    // The token of the side speaks for its sender and for this system.
    await execute(`update tenant.api_tokens set system_id = ? where name = 'line'`, [system])
    await issueToken({
      name: 'spare',
      sender: null,
      system,
      scopes: ['instructions'],
      days: 30,
      createdBy: administrator,
    })
    const spare = await firstRow<{ kid: string }>(`select kid from tenant.api_tokens where name = 'spare'`)
    return { system, systemToken: spare!.kid, instruction: hold!.instruction, deadDelivery: release!.id }
  })
}
