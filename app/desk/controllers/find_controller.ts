import type { HttpContext } from '@adonisjs/core/http'
import { findByNumber } from '#app/cargo_register/published'
import { rows } from '#platform/tenancy/database'
import { portInScope } from '#platform/tenancy/unit_scope'
import { findValidator } from '../validators/desk.js'

/** Ctrl K: anything by its number, ships by name; wrong check digits are repaired and said. */
export default class FindController {
  async index({ request, response, administration, officer }: HttpContext) {
    const { q } = await request.validateUsing(findValidator)
    const base = `/a/${administration!.code}`
    const found = await findByNumber(q)
    const consignments = found.results.map((each) => ({
      kind: each.kind === 'equipment' ? 'equipment' : 'consignment',
      label: each.kind === 'equipment' ? each.key : (each.reference ?? each.key),
      detail: [each.description, each.consigneeName].filter(Boolean).join(' · '),
      href: `${base}/consignments/${each.consignmentId}`,
    }))
    const conveyances = officer.permissions.has('conveyances.read') ? await findConveyances(q, base) : []
    return response.json({ results: [...consignments, ...conveyances].slice(0, 20), repaired: found.repaired })
  }
}

async function findConveyances(q: string, base: string) {
  const scope = portInScope()
  const found = await rows<{
    id: string
    means_name: string | null
    voyage: string | null
    imo: string | null
    port: string
  }>(
    `select id, means_name, voyage, imo, port from tenant.calls where (upper(means_name) like ? or voyage = ? or imo = ?) and ${scope.sql}
      order by coalesce(arrived_at, eta) desc nulls last, id limit 8`,
    [`%${q.toUpperCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`, q, q.replace(/\D/g, ''), ...scope.bindings]
  )
  return found.map((call) => ({
    kind: 'conveyance',
    label: call.means_name ?? call.voyage ?? call.port,
    detail: [call.voyage, call.port, call.imo ? `IMO ${call.imo}` : null].filter(Boolean).join(' · '),
    href: `${base}/conveyances/${call.id}`,
  }))
}
