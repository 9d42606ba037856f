import { changePolicy } from '#app/privacy/actions/change_policy'
import { exportSubject } from '#app/privacy/actions/export_subject'
import { liftHold, setHold } from '#app/privacy/actions/legal_holds'
import { registerRequest } from '#app/privacy/actions/register_request'
import { restrictSubject } from '#app/privacy/actions/restrict_subject'
import { runRetention } from '#app/privacy/actions/run_retention'
import { searchNext } from '#app/privacy/actions/search_subject'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import type { Place } from './world.js'

export const WORDS = {
  language: 'en',
  direction: 'ltr',
  title: 'What is kept',
  madeAt: 'at',
  consignments: 'Consignments',
  messages: 'Messages',
  travellers: 'Travellers',
  officers: 'Officers',
  nothing: 'Nothing',
  withheld: 'withheld',
} as const

/** A policy, a run, two holds (one lifted) and a request of a person with everything that hangs on it. */
export async function furnishPrivacy(
  place: Place
): Promise<{ hold: string; subjectRequest: string; subjectFile: string }> {
  const [officer, second] = [place.officers.privacy_officer!.id, place.officers.auditor!.id]
  return place.run(async () => {
    await changePolicy(
      { class: 'raw_messages', maskAfterDays: 700, deleteAfterDays: 3000, reason: 'shorter', base: 0 },
      officer
    )
    const period = {
      scope: 'period' as const,
      subjectId: null,
      partyKey: null,
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2020-02-01T00:00:00Z'),
      reason: 'a court asked',
      authority: 'Court of Example',
    }
    const lifted = await setHold(period, officer)
    // The one that the suite lifts was set by somebody else than the privacy officer who lifts it.
    const standing = await setHold(period, second)
    if (!lifted.ok || !standing.ok) throw new Error('no hold')
    await liftHold(lifted.value, 'over', second)
    const registered = await registerRequest(
      {
        kind: 'erasure',
        reference: 'DSR-1',
        legalBasis: 'the Act',
        receivedAt: new Date('2026-11-01T00:00:00Z'),
        dueAt: new Date('2026-12-01T00:00:00Z'),
        subject: { names: ['auditor person'], identifiers: [], contacts: [], addresses: [] },
      },
      officer
    )
    if (!registered.ok) throw new Error('no request')
    const request = registered.value
    while (await searchNext());
    await exportSubject(request, officer, new Date(), WORDS)
    await restrictSubject(request, officer)
    // Keyed hashes differ by their key: one that both sides share.
    await execute(
      `insert into tenant.party_restrictions (tenant_id, id, party_hash, request_id) values (?, ?, 'P-000000000000', ?)`,
      [place.administration.id, uuidv7(), request]
    )
    await runRetention(new Date(), { dryRun: false })
    const file = await firstRow<{ id: string }>(`select id from tenant.subject_files where request_id = ? limit 1`, [
      request,
    ])
    return { hold: standing.value, subjectRequest: request, subjectFile: file!.id }
  })
}
