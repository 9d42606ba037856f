import db from '@adonisjs/lucid/services/db'
import { connectionName, placementAddresses } from '#platform/database/connections'
import { TROUBLES, worstFirst, type Trouble } from '#platform/faults/trouble'
import { directory } from '#platform/tenancy/directory'

export interface AdministrationHealth {
  code: string
  name: string
  demonstration: boolean
  measures: Record<string, number>
  /** What holds its work up, worst first. */
  troubles: Trouble[]
  reportedAt: Date | null
}

type TroubleOf = Trouble & { administration_id: string }

/** Counts the administrations report about themselves; this room cannot read anything else. */
export async function listAdministrationHealth(): Promise<AdministrationHealth[]> {
  const troubles: TroubleOf[] = []
  const measures: { administration_id: string; measure: string; value: string; measured_at: Date }[] = []
  for (const placement of ['main', ...Object.keys(placementAddresses())]) {
    const name = placement === 'main' ? 'control' : connectionName('queue', placement)
    measures.push(...(await db.connection(name).from('control.health').select('*')))
    const { rows }: { rows: TroubleOf[] } = await db.connection(name).rawQuery(TROUBLES)
    troubles.push(...rows)
  }
  return (await directory.all()).map((administration) => {
    const own = measures.filter((each) => each.administration_id === administration.id)
    return {
      code: administration.code,
      name: administration.name,
      demonstration: administration.demo,
      measures: Object.fromEntries(own.map((each) => [each.measure, Number(each.value)])),
      troubles: worstFirst(troubles.filter((each) => each.administration_id === administration.id)),
      reportedAt: own.length ? new Date(Math.max(...own.map((each) => each.measured_at.getTime()))) : null,
    }
  })
}
