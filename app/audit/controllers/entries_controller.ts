import type { HttpContext } from '@adonisjs/core/http'
import { AUDIT_ACTIONS } from '#platform/audit/actions'
import { recordAction } from '#platform/audit/record'
import { getChainState, getLastVerification } from '../queries/get_chain_state.js'
import { getEntry } from '../queries/get_entry.js'
import { listActors } from '../queries/list_actors.js'
import { ENTRIES_PER_PAGE, listEntries } from '../queries/list_entries.js'
import { SUBJECT_KINDS } from '../subject_kinds.js'
import { chainView } from '../transformers/chain_view.js'
import { entryDetail, entryRow } from '../transformers/entry_views.js'
import { readAuditQuery, type AuditQuery } from '../validators/audit_query.js'

export default class EntriesController {
  /** Who reads the audit stands in it, with what was asked for: codes and ids, nothing typed. */
  async index({ request, inertia, officer }: HttpContext) {
    const query = readAuditQuery(request.qs())
    await recordAction({ action: 'audit.opened', data: askedFor(query) })
    const found = await listEntries(query.filter, query.before)
    const shown = found.slice(0, ENTRIES_PER_PAGE)
    const open = query.open ? await getEntry(query.open) : null
    return inertia.render('audit/index', {
      filters: { ...query.filter },
      entries: shown.map((entry) => entryRow(entry, officer)),
      before: query.before,
      older: found.length > shown.length ? shown.at(-1)!.id : null,
      open: open && entryDetail(open),
      chain: chainView(await getChainState(), await getLastVerification()),
      choices: { actors: await listActors(), actions: Object.keys(AUDIT_ACTIONS).sort(), kinds: [...SUBJECT_KINDS] },
      may: { export: officer.permissions.has('audit.export') },
    })
  }
}

const askedFor = ({ filter, before, open }: AuditQuery) =>
  Object.fromEntries(Object.entries({ ...filter, before, open }).filter(([, value]) => value !== null))
