import { isOwn, type OwnPlaces } from '#core/cargo/nature'
import type { CallAsFiled, ReportedDocument } from '#core/cargo/reported_document'
import type { Instant, LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'

/**
 * A time abroad as an instant: only with an offset, since a clock there is not ours and where no
 * offset is filed nobody knows which it is. `null` too for a day without its hour.
 */
export const abroad = (time: LocalTime | null): Instant | null =>
  time !== null && /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? toInstant(time, 'UTC') : null

/** When the conveyance left the last place abroad that a document says it left; estimates are no departure. */
export const leftPreviousOf = (document: ReportedDocument, own: OwnPlaces): Instant | null => {
  const left = journeyOf(document).flatMap(({ place, atd }) => {
    const at = isOwn(place, own) === false ? abroad(atd) : null
    return at === null ? [] : [at]
  })
  return left.length === 0 ? null : Math.max(...left)
}

const journeyOf = (document: ReportedDocument): readonly CallAsFiled[] =>
  document.kind === 'status_report'
    ? [...document.calls, ...document.events.flatMap(({ legs }) => legs.flatMap(({ calls }) => calls))]
    : document.calls
