import type { HttpContext } from '@adonisjs/core/http'
import { addWatchListEntry } from '../actions/add_watch_list_entry.js'
import { withdrawWatchListEntry } from '../actions/withdraw_watch_list_entry.js'
import { invalid, sentence } from '../authoring_failure.js'
import { getWatchList } from '../queries/get_watch_list.js'
import { newEntryValidator, withdrawalValidator } from '../validators/watch_list.js'
import { answerDone, answerFailure, found, read } from './authoring_answers.js'

export default class WatchListEntriesController {
  async store(ctx: HttpContext) {
    const list = found(await getWatchList(ctx.params.id))
    const input = await read(ctx, newEntryValidator)
    const entry = {
      kind: input.kind,
      value: input.value,
      reason: input.reason,
      validFrom: input.validFrom || null,
      validUntil: input.validUntil || null,
    }
    if (entry.validFrom && entry.validUntil && entry.validUntil < entry.validFrom) {
      return answerFailure(ctx, invalid('validUntil', 'authoring.ends_before_it_begins'))
    }
    const added = await addWatchListEntry(
      { id: list.id, edition: input.edition || list.edition },
      entry,
      ctx.officer.id
    )
    if (!added.ok) return answerFailure(ctx, added.error)
    return answerDone(ctx, pathOf(ctx), added.value.warning ?? sentence('common.done_entry_added'))
  }

  async withdraw(ctx: HttpContext) {
    const list = found(await getWatchList(ctx.params.id))
    const { reason, edition } = await read(ctx, withdrawalValidator)
    const withdrawn = await withdrawWatchListEntry(
      { id: list.id, edition: edition || list.edition },
      ctx.params.entry,
      reason,
      ctx.officer.id
    )
    if (!withdrawn.ok) return answerFailure(ctx, withdrawn.error)
    return answerDone(ctx, pathOf(ctx), sentence('common.done_entry_withdrawn'))
  }
}

const pathOf = ({ administration, params }: HttpContext) => `/a/${administration!.code}/watch-lists/${params.id}`
