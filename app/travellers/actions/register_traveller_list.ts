import { registerDocument, type FilingOfReport, type RegisteredDocument } from '#app/cargo_register/published'
import type { Traveller, TravellerList } from '#core/cargo/traveller_list'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { readsTravellers } from '../queries/get_switch.js'
import { sealer } from '../sealed_traveller.js'

/** Rows of one statement. */
const CHUNK = 500

/**
 * Keeps a list of travellers where the administration reads them, inside the caller's unit of work: the
 * list as a document of its call, with its counts, the persons sealed. `null` where it does not, and for
 * tests: then nothing of the list becomes a row.
 */
export async function registerTravellerList(
  list: TravellerList,
  filing: FilingOfReport
): Promise<RegisteredDocument | null> {
  if (!(await readsTravellers())) return null
  const registered = await registerDocument(list, filing)
  if (registered) await storeTravellers(list.travellers, registered.documentId, new Date(filing.filedAt))
  return registered
}

async function storeTravellers(travellers: readonly Traveller[], documentId: string, filedAt: Date): Promise<void> {
  const seal = await sealer()
  for (let start = 0; start < travellers.length; start += CHUNK) {
    const rows = travellers.slice(start, start + CHUNK).map((traveller, at) => {
      const id = uuidv7()
      const { kind, transit } = traveller
      return { id, position: start + at, kind, transit, sealed: seal(traveller, id).toString('base64') }
    })
    await execute(
      `insert into tenant.travellers (tenant_id, id, document_id, position, kind, transit, sealed, filed_at)
       select ?::uuid, r.id, ?::uuid, r.position, r.kind, r.transit, decode(r.sealed, 'base64'), ?::timestamptz
         from json_to_recordset(?::json) as r(id uuid, position integer, kind text, transit boolean, sealed text)`,
      [tenancy.current().administration.id, documentId, filedAt, JSON.stringify(rows)]
    )
  }
}
