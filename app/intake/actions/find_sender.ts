import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface Sender {
  id: string
  code: string
  /** What it is answered with, codes with a space between them; nothing once it is closed. */
  answers: string
}

/** Who sends without saying so. */
const UNNAMED = 'unnamed'

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

const byCode = (code: string) => firstRow<Sender>(`select id, code, answers from tenant.senders where code = ?`, [code])
