import type { HttpContext } from '@adonisjs/core/http'
import { loadEventsFile, MOST_BYTES, MOST_LINES } from '../actions/load_events_file.js'
import { EVENT_FIELDS } from '../read_event.js'
import { listRecentEvents } from '../queries/list_cargo_events.js'

/** Events of a terminal that has no machine to send them: a CSV file, by hand. */
export default class EventImportsController {
  async index({ inertia, officer }: HttpContext) {
    const recent = await listRecentEvents()
    return inertia.render('events/index', {
      columns: [...EVENT_FIELDS],
      maxLines: MOST_LINES,
      maxBytes: MOST_BYTES,
      recent: recent.map(({ at, recordedAt, ...event }) => ({
        ...event,
        at: at?.toISOString() ?? null,
        recordedAt: recordedAt.toISOString(),
      })),
      mayRelease: officer.permissions.has('releases.record'),
    })
  }

  async store(ctx: HttpContext) {
    const { response, officer } = ctx
    const text = await textOf(ctx)
    if (text === 'no_file') return response.status(422).json({ message: { key: 'events.no_file', params: {} } })
    if (text === 'too_large')
      return response
        .status(413)
        .json({ message: { key: 'events.file_too_large', params: { megabytes: MOST_BYTES / 1024 / 1024 } } })
    const loaded = await loadEventsFile(
      text.content,
      { source: 'file', name: 'file', officerId: officer.id, mayRelease: officer.permissions.has('releases.record') },
      Date.now()
    )
    return response.status(loaded.recorded + loaded.known === 0 && loaded.refused.length > 0 ? 422 : 200).json(loaded)
  }
}

/** The first file of the form, read no further than a file may be long. */
async function textOf({ request }: HttpContext): Promise<{ content: string } | 'no_file' | 'too_large'> {
  let read: { content: string } | 'no_file' | 'too_large' = 'no_file'
  if (!request.is(['multipart'])) return read
  request.multipart.onFile('file', { deferValidations: true }, async (part) => {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of part as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
    }
    read = size > MOST_BYTES ? 'too_large' : { content: Buffer.concat(chunks).toString('utf8') }
  })
  try {
    await request.multipart.process({ limit: MOST_BYTES + 1024 * 1024 })
  } catch (error) {
    if ((error as { code?: string }).code === 'E_REQUEST_ENTITY_TOO_LARGE') return 'too_large'
    throw error
  }
  return read
}
