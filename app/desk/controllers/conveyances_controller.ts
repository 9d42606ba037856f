import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import { compareStowage, listCallDocuments } from '#app/cargo_register/published'
import { countTravellers, readsTravellers } from '#app/travellers/published'
import { getCall } from '../queries/get_call.js'
import { getShipFile } from '../queries/get_ship_file.js'
import { listCallConsignments } from '../queries/list_call_consignments.js'
import { callSummary, placeName } from '../transformers/call_summary.js'
import { brief } from '../transformers/brief.js'
import { documentView, stowageView } from '../transformers/call_documents.js'
import { conveyanceValidator, TRAVELLER_PURPOSES } from '../validators/desk.js'

export default class ConveyancesController {
  /** The ship file: its bills with their bands, its manifests, what happened to the call. */
  async show({ inertia, request, params, officer }: HttpContext) {
    const call = await getCall(params.id)
    if (!call) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const filters = await request.validateUsing(conveyanceValidator)
    const page = filters.page ?? 1
    const file = await getShipFile(call, { openMessages: officer.permissions.has('messages.read') })
    const openMessages = officer.permissions.has('messages.read')
    const documents = call.known ? await listCallDocuments(call.id) : []
    const stowage = call.known ? await compareStowage(call.id) : null
    const travellers = call.known && (await readsTravellers()) ? await countTravellers(call.id) : 0
    const found = await listCallConsignments(call, filters, page)
    return inertia.render('conveyances/show', {
      call: callSummary(call),
      means: { flag: call.flag, callSign: call.call_sign },
      carrier: call.carrier_name ?? call.carrier_code,
      route: [
        ...(call.previous_port
          ? [{ role: 'previous', name: placeName(call.previous_port), code: call.previous_port }]
          : []),
        { role: 'discharge', name: placeName(call.port), code: call.port },
      ],
      bands: file.bands,
      natures: file.natures,
      manifests: file.manifests,
      documents: documents.map((each) => documentView(each, openMessages)),
      stowage: stowage && stowageView(stowage),
      travellers: travellers > 0 ? { count: travellers, purposes: [...TRAVELLER_PURPOSES] } : null,
      filters: {
        band: filters.band ?? null,
        nature: filters.nature ?? null,
        q: filters.q ?? null,
        sort: filters.sort ?? 'score',
      },
      consignments: {
        rows: found.rows.map(brief),
        total: found.total,
        page,
        pages: Math.max(1, Math.ceil(found.total / found.perPage)),
      },
      events: file.events,
      may: {
        addEvent: call.known && officer.permissions.has('conveyances.record'),
        release: officer.permissions.has('releases.record'),
        openTravellers: officer.permissions.has('travellers.read'),
      },
    })
  }
}
