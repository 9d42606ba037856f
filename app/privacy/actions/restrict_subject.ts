import { partyOfTraveller, travellersOf } from '#app/travellers/published'
import type { Party } from '#core/cargo/consignment'
import { err, ok, type Result } from '#core/kernel/result'
import { partyKey } from '#core/matching/party_key'
import { recordAction } from '#platform/audit/record'
import { pseudonyms } from '#platform/crypto/pseudonym'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { getRequest } from '../queries/get_request.js'
import { subjectMatcher } from '../subject.js'
import { writeRequestEvent } from './write_request_event.js'

/** Marks the parties that were found: desks flag them, and files made for others leave them out. */
export async function restrictSubject(requestId: string, officerId: string): Promise<Result<number, Failure>> {
  const request = await getRequest(requestId)
  if (!request) return err({ kind: 'not_found' })
  if (request.state === 'searching' || !request.subject) return err(conflict('privacy.not_searched_yet'))
  const matches = subjectMatcher(request.subject)
  return unitOfWork(async () => {
    const found = await rows<{ parties: Party[] }>(
      `select v.document -> 'parties' as parties from tenant.subject_hits h join tenant.consignment_revisions v on v.consignment_id = h.item_id
        where h.request_id = ? and h.register = 'consignments' limit 20000`,
      [requestId]
    )
    const hashOf = await pseudonyms()
    const hits = await rows<{ id: string }>(
      `select item_id as id from tenant.subject_hits where request_id = ? and register = 'travellers' limit 20000`,
      [requestId]
    )
    const travellers = await travellersOf(hits.map(({ id }) => id))
    const keys = [
      ...found.flatMap(({ parties }) => parties.filter((each) => matches(each) !== null)),
      ...travellers.map(({ traveller }) => partyOfTraveller(traveller)),
    ].map(partyKey)
    const hashes = [...new Set(keys.filter((key) => key !== null).map(hashOf))]
    await execute(`update tenant.party_restrictions set lifted_at = now() where request_id = ? and lifted_at is null`, [
      requestId,
    ])
    for (const hash of hashes)
      await execute(
        `insert into tenant.party_restrictions (tenant_id, id, party_hash, request_id) values (?, ?, ?, ?)`,
        [tenancy.current().administration.id, uuidv7(), hash, requestId]
      )
    const counts = { parties: hashes.length }
    await writeRequestEvent(requestId, 'restricted', officerId, { counts })
    await recordAction({
      action: 'subject_request.restricted',
      subject: { kind: 'subject_request', id: requestId },
      data: counts,
    })
    return ok(hashes.length)
  })
}
