import { Random } from '#database/seeders/demo/prng'
import { rows } from '#platform/tenancy/database'
import type { Place } from '#tests/support/world'
import { ACTS, type Act, type Timings } from './report.js'
import type { SignedIn } from './signed_in.js'

interface Walk {
  rounds: number
  seed: number
  /** Which part of alerts and cases is this user's, so that nobody takes another's. */
  of: readonly [part: number, parts: number]
}

/**
 * One officer, without a pause: queue, row, claim, dismissal and the next row, as the page asks for them; list, case,
 * closing and the case again. What was decided is taken back, untimed, so that there is always as much of it.
 */
export async function walk(place: Place, user: SignedIn, { rounds, seed, of }: Walk): Promise<Timings> {
  const random = new Random(seed, 'walk', user.name)
  const own = <T>(all: readonly T[]) => all.filter((_, at) => at % of[1] === of[0])
  const [alerts, cases] = [own(await openAlerts(place)), own(await everyCase(place))]
  const open = await closable(place, user.name, of)
  const timings: Timings = new Map(ACTS.map((act) => [act, []]))
  const timed = async <T>(act: Act, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const done = await work()
    timings.get(act)!.push(performance.now() - from)
    return done
  }
  for (let round = 0; round < rounds; round++) {
    const alert = random.pick(alerts)
    await timed('alerts: list', () => user.page('/triage'))
    await timed('alerts: open', () => user.page(`/triage/${alert}`, { component: 'triage/index', only: ['open'] }))
    await timed('alerts: claim', () => user.act('post', `/alerts/${alert}/claim`, {}))
    await timed('alerts: decide', async () => {
      await user.act('post', '/alerts/dismissals', { alerts: [alert], reason: 'known_trade', note: null })
      await user.page(`/triage/${random.pick(alerts)}`)
    })
    await user.act('delete', '/alerts/dismissals', { alerts: [alert] })
    await user.act('post', `/alerts/${alert}/release`, {})

    await timed('cases: list', () => user.page(round % 4 === 3 ? '/cases?view=all&page=7' : '/cases'))
    await timed('cases: open', () => user.page(`/cases/${random.pick(cases)}`))
    const id = random.pick(open)
    const seen = await user.page(`/cases/${id}`)
    await timed('cases: decide', () =>
      user.actThenPage(`/cases/${id}/acts/close_without_action`, {
        version: versionOf(seen),
        note: 'looked at',
        outcome: 'false_positive',
      })
    )
    const closed = await user.page(`/cases/${id}`)
    await user.actThenPage(`/cases/${id}/acts/reopen`, { version: versionOf(closed), note: 'measured again' })
  }
  return timings
}

const versionOf = ({ json }: { json: { props: { study: { version: number } } } }) => json.props.study.version

const ids = (place: Place, sql: string, bindings: readonly unknown[] = []) =>
  place.run(async () => (await rows<{ id: string }>(sql, [...bindings])).map(({ id }) => id))
const openAlerts = (place: Place) => ids(place, `select id from tenant.alerts where state = 'new' order by id`)
const everyCase = (place: Place) => ids(place, `select id from tenant.cases order by id`)
/** Cases of this part that nobody else holds. */
const closable = (place: Place, name: string, [part, parts]: Walk['of']) =>
  ids(
    place,
    `select id from tenant.cases where state in ('open', 'under_analysis') and number / 5 % ? = ? and (holder_id is null or holder_id = ?) order by id`,
    [parts, part, place.officers[name]!.id]
  )
