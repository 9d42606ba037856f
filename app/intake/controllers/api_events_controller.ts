import type { HttpContext } from '@adonisjs/core/http'
import { readEvent, recordEvents, type EventProblem, type EventTold } from '#app/cargo_register/published'
import { tenancy } from '#platform/tenancy/tenant_context'
import { answerProblem } from '../api_problem.js'
import { readJson } from '../read_json.js'

const MOST = 500
const MOST_BYTES = 1024 * 1024

interface Refused {
  position: number
  problems: EventProblem[]
}

/** `POST /api/v1/events`: what happened to cargo and calls, one event or many, each with its own reference. */
export default class ApiEventsController {
  async store(ctx: HttpContext) {
    const { request, response, tokenHolder } = ctx
    if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) return answerProblem(ctx, 'json_refused')
    const body = await readJson(ctx, MOST_BYTES)
    if (body === 'too_many') {
      response.header('connection', 'close')
      return answerProblem(ctx, 'too_many_events')
    }
    const told = eventsIn(body)
    if (told === null) return answerProblem(ctx, 'not_json')
    if (told.length > MOST) return answerProblem(ctx, 'too_many_events')
    const reporter = tokenHolder.senderId ? `sender:${tokenHolder.senderId}` : `token:${tokenHolder.id}`
    const answer = await record(told, reporter)
    const { recorded, known, refused } = answer
    return response.status(refused.length === 0 ? 200 : recorded + known > 0 ? 207 : 422).json({
      recorded,
      known,
      refused: refused.length,
      problems: refused.flatMap(({ position, problems }) =>
        problems.map(({ field, problem }) => ({
          code: problem,
          place: Array.isArray((body as { events?: unknown }).events) ? `/events/${position}/${field}` : `/${field}`,
          reference: referenceIn(told[position]),
        }))
      ),
    })
  }
}

/** Machines must name their events: without a reference, the same told again would be another one. */
async function record(told: readonly Record<string, unknown>[], reporter: string) {
  const refused: Refused[] = []
  const good: { position: number; event: EventTold }[] = []
  for (const [position, each] of told.entries()) {
    const { event, problems } = readEvent(each, tenancy.current().administration.timezone)
    if (event.reference === null && !problems.some(({ field }) => field === 'reference'))
      problems.push({ field: 'reference', problem: 'missing' })
    if (problems.length > 0) refused.push({ position, problems })
    else good.push({ position, event })
  }
  const done = await recordEvents(
    good.map(({ event }) => event),
    { source: 'api', name: reporter, officerId: null, mayRelease: true },
    Date.now()
  )
  const later = done.refused.map(({ position, problems }) => ({ position: good[position]!.position, problems }))
  return { ...done, refused: [...refused, ...later].sort((a, b) => a.position - b.position) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function eventsIn(body: unknown): Record<string, unknown>[] | null {
  if (!isObject(body)) return null
  if (!('events' in body)) return [body]
  return Array.isArray(body.events) && body.events.every(isObject) ? body.events : null
}

const referenceIn = (told: Record<string, unknown> | undefined): string | null =>
  typeof told?.reference === 'string' ? told.reference.slice(0, 100) : null
