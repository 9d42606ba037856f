import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface Sender {
  id: string
  code: string
  /** What it is answered with, codes with a space between them; nothing once it is closed. */
  answers: string
  /** Nothing new is given to a closed one. */
  open: boolean
}

/** Who sends without saying so. */
const UNNAMED = 'unnamed'

const SELECT = `select id, code, case when closed_at is null then answers else '' end as answers, closed_at is null as open from tenant.senders`

/** The filer with this code (UNB sender, GLN …), made known at first sight; nothing is assumed of what it always files. */
export async function findSender(code: string | null): Promise<Sender> {
  const wanted = code?.trim().slice(0, 100) || UNNAMED
  const known = await byCode(wanted)
  if (known) return known
  await execute(
    `insert into tenant.senders (tenant_id, id, code, name) values (?::uuid, ?::uuid, ?, ?) on conflict do nothing`,
    [tenancy.current().administration.id, uuidv7(), wanted, wanted]
  )
  return (await byCode(wanted))!
}

/** A sender that is known, by its id. */
export const senderById = (id: string) => firstRow<Sender>(`${SELECT} where id = ?::uuid`, [id])

const byCode = (code: string) => firstRow<Sender>(`${SELECT} where code = ?`, [code])
