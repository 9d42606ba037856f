import type { LaneHistory } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'

export interface WantedLane {
  lane: string
  sender: string
  chapters: readonly string[]
  until: Instant
}

interface Row {
  at: number
  count: number
  by_sender: number
  unseen: string[]
}

const days = (kind: string, other: string) =>
  `(select coalesce(sum(d.count), 0)::int from tenant.history_days d
     where d.kind = '${kind}' and d.key = w.lane and d.other = ${other} and d.day >= w.day - 730 and d.day < w.day)`

const SQL = `
  select w.at, ${days('lane', `''`)} as count, ${days('lane_sender', 'w.sender')} as by_sender,
         array(select c from unnest(w.chapters) c where ${days('lane_chapter', 'c')} = 0 order by c) as unseen
    from json_to_recordset(?::json) as w (at integer, lane text, sender text, chapters text[], day date)`

/** What was carried on a lane in the 730 UTC days before the day of the moment, in the order asked. */
export async function lanesBefore(wanted: readonly WantedLane[]): Promise<LaneHistory[]> {
  if (wanted.length === 0) return []
  const found = await rows<Row>(SQL, [
    JSON.stringify(
      wanted.map(({ lane, sender, chapters, until }, at) => ({
        at,
        lane,
        sender,
        chapters,
        day: new Date(until).toISOString().slice(0, 10),
      }))
    ),
  ])
  const byPosition = new Map(found.map((row) => [row.at, row]))
  return wanted.map((_, at) => {
    const row = byPosition.get(at)!
    return { count: row.count, bySender: row.by_sender, unseenChapters: row.unseen }
  })
}
