import { readFacts } from '#app/targeting/published'
import { blobs } from '#platform/blobs/service'
import { firstRow, rows } from '#platform/tenancy/database'
import { collidingManifest } from './fixtures/colliding_cargo.js'
import { file } from './intake.js'
import { drainTargeting } from './weighed_consignment.js'
import type { Place } from './world.js'

export interface FiledCargo {
  /** The received message, and where its bytes are. */
  message: string
  blob: string
  /** `XCARBOG00071`, whose consignee is `<name> HOLDINGS LTD`, and `XCARBOG00072`, whose is `SAME NAME LTD`. */
  first: string
  second: string
}

/** A manifest of three bills, received, registered and weighed. */
export async function fileCargo(place: Place, name: string): Promise<FiledCargo> {
  const { id } = await file(place, new TextEncoder().encode(collidingManifest(name)), { filename: 'manifest.edi' })
  await drainTargeting(place)
  return place.run(async () => {
    const { blob } = (await firstRow<{ blob: string }>(`select blob from tenant.received_messages where id = ?`, [id]))!
    const found = await rows<{ id: string; reference: string }>(`select id, reference from tenant.consignments`)
    const of = (reference: string) => found.find((each) => each.reference === reference)!.id
    return { message: id, blob, first: of('XCARBOG00071'), second: of('XCARBOG00072') }
  })
}

/** Whether bytes can be read; `null` when they can, else the code of the refusal. */
export const bytesRefusal = (place: Place, address: string): Promise<string | null> =>
  place.run(() =>
    Array.fromAsync(blobs.read(place.administration.id, address)).then(
      () => null,
      (error: { code?: string }) => error.code ?? String(error)
    )
  )

/** What the inputs of a consignment's assessment answer. */
export const inputsOf = (place: Place, consignment: string) =>
  place.run(async () => {
    const { id } = (await firstRow<{ id: string }>(
      `select id from tenant.assessments where consignment_id = ? order by id desc limit 1`,
      [consignment]
    ))!
    return readFacts(id)
  })

/** Every place of an administration's rows in which a text stands, by table. */
export const tablesWith = (place: Place, text: string): Promise<string[]> =>
  place.run(async () => {
    const tables = await rows<{ name: string }>(
      `select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'tenant' and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select') order by 1`
    )
    const holding: string[] = []
    for (const { name } of tables) {
      const sql = `select 1 from tenant.${name} t where t::text like ? limit 1`
      if ((await rows(sql, [`%${text}%`])).length > 0) holding.push(name)
    }
    return holding
  })
