import app from '@adonisjs/core/services/app'
import i18nManager from '@adonisjs/i18n/services/main'
import { existsSync } from 'node:fs'
import { MATCH_KINDS } from '#core/matching/watch_list'
import { uuidv7 } from '#platform/database/uuid'
import { readDemoWatchList, type DemoWatchListEntry } from '#platform/reference/defaults'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { createWatchList } from '../actions/create_watch_list.js'
import { endOfDay, startOfDay } from '../validity.js'

/** Gives a demo administration the invented watch lists shipped for it; lists it already has stay as they are. */
export async function seedDemoWatchLists(): Promise<void> {
  const { administration } = tenancy.current()
  const directory = app.makePath('database/defaults')
  if (!administration.demo || !existsSync(`${directory}/demo_watch_lists_${administration.code}.csv`)) return
  const byList = Map.groupBy(readDemoWatchList(directory, administration.code), (entry) => entry.list)
  for (const [code, entries] of byList) {
    if (await firstRow(`select id from tenant.watch_lists where code = ?`, [code])) continue
    await seedList(code, entries)
  }
}

async function seedList(code: string, entries: readonly DemoWatchListEntry[]): Promise<void> {
  const { administration } = tenancy.current()
  const name = i18nManager.locale(administration.locale).t(`authoring.demo_list_${code}`)
  const list = await createWatchList({ code, name, description: null }, null)
  if (!list.ok) return
  const records = entries.map((entry) => {
    const kind = MATCH_KINDS.find((each) => each === entry.kind)
    if (!kind) throw new Error(`E_DEMO_WATCH_LIST: ${entry.kind} is no kind of entry`)
    return {
      id: uuidv7(),
      kind,
      value: entry.value,
      reason: entry.reason,
      valid_from: entry.validFrom && startOfDay(entry.validFrom),
      valid_until: entry.validUntil && endOfDay(entry.validUntil),
    }
  })
  await execute(
    `insert into tenant.watch_list_entries (tenant_id, id, watch_list_id, kind, value, reason, valid_from, valid_until, from_edition)
     select ?::uuid, r.id, ?::uuid, r.kind, r.value, r.reason, r.valid_from, r.valid_until, 1
       from jsonb_to_recordset(?::jsonb) as r (id uuid, kind text, value text, reason text, valid_from timestamptz, valid_until timestamptz)`,
    [administration.id, list.value, JSON.stringify(records)]
  )
}
