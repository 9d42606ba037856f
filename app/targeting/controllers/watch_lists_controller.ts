import type { HttpContext } from '@adonisjs/core/http'
import { MATCH_KINDS } from '#core/matching/watch_list'
import { recordAction } from '#platform/audit/record'
import { createWatchList } from '../actions/create_watch_list.js'
import { sentence } from '../authoring_failure.js'
import { getWatchList } from '../queries/get_watch_list.js'
import { ENTRIES_PER_PAGE, listWatchListEntries, type EntryRow } from '../queries/list_watch_list_entries.js'
import { listWatchLists } from '../queries/list_watch_lists.js'
import { dayOf, lastDayBefore } from '../validity.js'
import { entryFilterValidator, newWatchListValidator } from '../validators/watch_list.js'
import { answerDone, answerFailure, found, read } from './authoring_answers.js'

export default class WatchListsController {
  async index({ inertia, officer }: HttpContext) {
    const lists = await listWatchLists()
    return inertia.render('watch_lists/index', {
      lists: lists.map((list) => ({ ...list, changedAt: list.changedAt.toISOString() })),
      may: { create: officer.permissions.has('watch_lists.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const { description, ...input } = await read(ctx, newWatchListValidator)
    const created = await createWatchList({ ...input, description: description || null }, ctx.officer.id)
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(
      ctx,
      `/a/${ctx.administration!.code}/watch-lists/${created.value}`,
      sentence('common.done_list_created')
    )
  }

  async show(ctx: HttpContext) {
    const list = found(await getWatchList(ctx.params.id))
    const query = await read(ctx, entryFilterValidator)
    const filters = { q: query.q || null, kind: query.kind || null, state: query.state || null }
    const page = query.page || 1
    await recordAction({
      action: 'watch_list.opened',
      subject: { kind: 'watch_list', id: list.id },
      data: { searched: filters.q !== null, page },
    })
    const { entries, total } = await listWatchListEntries(list.id, { ...filters, page })
    return ctx.inertia.render('watch_lists/show', {
      list: { ...list, changedAt: list.changedAt.toISOString() },
      filters,
      kinds: [...MATCH_KINDS],
      entries: entries.map(shown),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE)),
      may: { edit: ctx.officer.permissions.has('watch_lists.manage') },
    })
  }
}

const shown = ({ validFrom, validUntil, addedAt, ...entry }: EntryRow) => ({
  ...entry,
  validFrom: validFrom && dayOf(validFrom),
  validUntil: validUntil && lastDayBefore(validUntil),
  addedAt: addedAt.toISOString(),
})
