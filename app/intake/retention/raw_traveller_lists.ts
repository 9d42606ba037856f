import { messagesWithHeldTravellers } from '#app/travellers/published'
import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { rows } from '#platform/tenancy/database'
import { NAMES_TRAVELLERS } from '../holds_travellers.js'
import { deleteReceived } from './delete_received.js'
import { eraseBytes } from './erase_bytes.js'

const PAGE = 500

/** Bytes that cargo was read from too stay with the cargo's: they prove where its values come from. */
const LISTS = `from tenant.received_messages r where r.received_at < ? and r.state not in ('received', 'reading') and ${NAMES_TRAVELLERS}
   and not exists (select 1 from tenant.messages cm join tenant.consignment_revisions v on v.message_id = cm.id where cm.received_message_id = r.id)`

const PAGE_OF = `select r.id, tenant.message_is_held(r.id) as held ${LISTS}`
const AFTER = `and r.id > ?::uuid order by r.id limit ${PAGE}`

/** A step over such messages, a page after the other; a hold of their period or of somebody who stands in them keeps them. */
const stepOver = (page: { sql: string }, apply: RetentionStep['apply']): RetentionStep => {
  async function* pages(before: Date): AsyncGenerator<{ id: string; held: boolean }[]> {
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const found = await rows<{ id: string; held: boolean }>(page.sql, [before, last])
      const named = await messagesWithHeldTravellers(found.map(({ id }) => id))
      yield found.map(({ id, held }) => ({ id, held: held || named.has(id) }))
      if (found.length < PAGE) return
      last = found.at(-1)!.id
    }
  }
  return {
    due: async (before, limit) => {
      const free: string[] = []
      for await (const found of pages(before)) {
        free.push(...found.filter(({ held }) => !held).map(({ id }) => id))
        if (free.length >= limit) break
      }
      return free.slice(0, limit)
    },
    count: async (before) => {
      const sums = { due: 0, held: 0 }
      for await (const found of pages(before)) {
        sums.due += found.length
        sums.held += found.filter(({ held }) => held).length
      }
      return sums
    },
    apply,
  }
}

/** Lists of travellers as they were sent, read or only named: their bytes for a month, the line in the log as long as that of any document. */
export const rawTravellerLists: RetentionClass = {
  code: 'raw_traveller_lists',
  tables: [],
  defaults: { maskAfterDays: 30, deleteAfterDays: 1826 },
  mask: stepOver({ sql: `${PAGE_OF} and (r.erased_at is null or r.blob <> '') ${AFTER}` }, eraseBytes),
  remove: stepOver({ sql: `${PAGE_OF} and r.blob = '' ${AFTER}` }, (ids) => deleteReceived(ids)),
}
