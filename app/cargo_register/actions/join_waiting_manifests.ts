import { execute, firstRow, rows } from '#platform/tenancy/database'
import { callKeys } from '../call_key.js'
import { findCall } from '../queries/find_call.js'
import { moveManifests } from './move_manifests.js'

interface WaitingManifest {
  id: string
  voyage: string | null
  port: string | null
  first_filed_at: Date
}

/** Manifests and other documents that named this voyage and port before the call was known join it, where the time fits. */
export async function joinWaitingManifests(callId: string): Promise<void> {
  const call = (await firstRow<{ voyage: string | null; imo: string | null; means: string | null; port: string }>(
    `select voyage, imo, means_name as means, port from tenant.calls where id = ?::uuid`,
    [callId]
  ))!
  const waiting = await rows<WaitingManifest>(
    `select id, voyage, port, first_filed_at from tenant.manifests where call_id is null and call_key = any(?::text[]) order by id`,
    [callKeys(call)]
  )
  const joining: string[] = []
  for (const { id, voyage, port, first_filed_at } of waiting) {
    const chosen = await findCall({
      voyage,
      imo: voyage ? null : call.imo,
      port,
      around: first_filed_at.getTime(),
      precision: 'filing',
    })
    if (chosen?.id === callId) joining.push(id)
  }
  if (joining.length > 0) await moveManifests(joining, callId)
  await joinWaitingDocuments(callId, callKeys(call))
}

/** A document names an arrival or is told around it: those of another year stay where they are. */
const joinWaitingDocuments = (callId: string, keys: readonly string[]) =>
  execute(
    `update tenant.reported_documents d set call_id = c.id from tenant.calls c
      where c.id = ?::uuid and d.call_id is null and d.call_key = any(?::text[])
        and abs(extract(epoch from d.filed_at - coalesce(c.arrived_at, c.eta, c.etd, c.created_at))) < 60 * 86400`,
    [callId, keys]
  )
