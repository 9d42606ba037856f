import type { HttpContext } from '@adonisjs/core/http'
import { isCallInScope } from '#app/cargo_register/published'
import { restrictedAmong } from '#app/privacy/published'
import {
  countTravellers,
  listTravellers,
  partyOfTraveller,
  readsTravellers,
  TRAVELLERS_A_PAGE,
} from '#app/travellers/published'
import { recordAction } from '#platform/audit/record'
import { answerFailure, notFound, readInput } from '#platform/http/answers'
import { conflict } from '#platform/http/failure'
import { travellerView } from '../transformers/traveller_view.js'
import { openTravellersValidator } from '../validators/desk.js'

/** Who is aboard: opened for a purpose, and every opening stands in the audit with it. */
export default class TravellersController {
  async open(ctx: HttpContext) {
    const { purpose, from } = await readInput(ctx, openTravellersValidator, 'authoring')
    const call: string = ctx.params.id
    if (!(await isCallInScope(call))) throw notFound()
    if (!(await readsTravellers())) return answerFailure(ctx, conflict('travellers.switched_off'))
    const found = await listTravellers(call, from)
    await recordAction({
      action: 'travellers.opened',
      subject: { kind: 'call', id: call },
      data: { purpose, from, count: found.length },
    })
    const restricted = await restrictedAmong(found.map(({ traveller }) => traveller && partyOfTraveller(traveller)))
    const total = await countTravellers(call)
    return ctx.response.json({
      travellers: found.map((each, at) => travellerView(each, restricted[at] ?? false)),
      next: from + TRAVELLERS_A_PAGE < total ? from + TRAVELLERS_A_PAGE : null,
    })
  }
}
