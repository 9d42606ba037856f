import type { HttpContext } from '@adonisjs/core/http'
import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/lists/catalogue'
import type { ReferenceColumn, ReferenceColumnKind } from '#core/indicators/lists/definition'
import { builtinRegistry } from '#core/indicators/registry'
import { referenceData } from '#platform/reference/service'
import type { ReferenceColumn as ColumnView } from '../../../resources/pages/reference_lists/show.props.js'
import { saveReferenceListEdition } from '../actions/save_reference_list_edition.js'
import { sentence } from '../authoring_failure.js'
import { getReferenceListEdition, listEditions, newestEdition } from '../queries/get_reference_list.js'
import { listReferenceLists } from '../queries/list_reference_lists.js'
import { readReferenceRows } from '../reference_rows.js'
import { editionQueryValidator, newEditionValidator } from '../validators/reference_list.js'
import { answerDone, answerFailure, found, read } from './authoring_answers.js'

export default class ReferenceListsController {
  async index({ inertia }: HttpContext) {
    const lists = await listReferenceLists()
    return inertia.render('reference_lists/index', {
      lists: lists.map((list) => ({
        ...list,
        changedAt: list.changedAt?.toISOString() ?? null,
        usedBy: usersOf(list.code),
      })),
    })
  }

  async show(ctx: HttpContext) {
    const list = definitionOf(ctx)
    const query = await read(ctx, editionQueryValidator)
    const newest = await newestEdition(list.code)
    const number = query.edition || newest
    const edition = number === 0 ? null : found(await getReferenceListEdition(list.code, number))
    return ctx.inertia.render('reference_lists/show', {
      list: { code: list.code, title: list.title },
      columns: list.columns.map(columnView),
      edition: edition && {
        number,
        at: edition.at.toISOString(),
        by: edition.by,
        note: edition.note,
        newest: number === newest,
      },
      rows: edition?.rows ?? [],
      editions: (await listEditions(list.code)).map((each) => ({ ...each, at: each.at.toISOString() })),
      may: { edit: ctx.officer.permissions.has('reference_lists.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const list = definitionOf(ctx)
    const { rows, note, edition } = await read(ctx, newEditionValidator)
    const checked = readReferenceRows(list, rows, referenceData())
    if (!checked.ok) return answerFailure(ctx, { kind: 'invalid', fields: checked.error })
    const seen = edition || (await newestEdition(list.code))
    const saved = await saveReferenceListEdition(
      { code: list.code, seen, rows: checked.value, note: note || null },
      ctx.officer.id
    )
    if (!saved.ok) return answerFailure(ctx, saved.error)
    return answerDone(
      ctx,
      `/a/${ctx.administration!.code}/reference-lists/${list.code}`,
      sentence('common.done_edition_saved')
    )
  }
}

const definitionOf = ({ params }: HttpContext) =>
  found(Object.hasOwn(REFERENCE_LIST_CATALOGUE, params.list) ? REFERENCE_LIST_CATALOGUE[params.list] : null)

/** Codes of the indicators that look into a list. */
const usersOf = (list: string): string[] => [
  ...new Set(builtinRegistry.all.filter((definition) => definition.lists?.includes(list)).map(({ code }) => code)),
]

const VIEW_KINDS: Readonly<Record<ReferenceColumnKind, ColumnView['kind']>> = {
  text: 'text',
  words: 'text',
  hs: 'text',
  country: 'country',
  place: 'place',
  code: 'codes',
  flag: 'flag',
  number: 'decimal',
  date: 'text',
}

const columnView = ({ name, label, kind, required, codes }: ReferenceColumn): ColumnView => ({
  name,
  label,
  kind: VIEW_KINDS[kind],
  required,
  choices: codes ? [...codes] : null,
})
