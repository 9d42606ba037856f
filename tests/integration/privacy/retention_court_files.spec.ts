import { test } from '@japa/runner'
import { askCourtFile } from '#app/casework/court/actions/ask_court_file'
import CourtFilesDrain from '#app/casework/court/jobs/court_files_drain'
import { setHold } from '#app/privacy/actions/legal_holds'
import { runRetention } from '#app/privacy/actions/run_retention'
import { DAY } from '#core/kernel/instant'
import { loadOfficer } from '#platform/access/officer'
import { blobs } from '#platform/blobs/service'
import { execute } from '#platform/tenancy/database'
import { celebrationCase, type CelebrationCase } from '#tests/support/celebration_case'
import { ask } from '#tests/support/intake'

const WANTED = {
  locale: 'en',
  basis: 'court_order',
  reference: 'order 1/26',
  purpose: 'court_hearing',
  recipient: 'Court of Example',
  withNotes: true,
} as const

/** A closed case with a version; where its bytes lie. */
async function writtenOut(): Promise<CelebrationCase & { blob: string }> {
  const study = await celebrationCase()
  const { place, id } = study
  await place.run(
    async () => askCourtFile(id, WANTED, (await loadOfficer(place.officers.supervisor!.id))!),
    'supervisor'
  )
  await place.run(() => new CourtFilesDrain().execute())
  await place.run(() =>
    execute(`update tenant.cases set state = 'closed', step = null, open = false, closed_at = now() where id = ?`, [id])
  )
  const [file] = await ask<{ blob: string }>(place, `select blob from tenant.court_files where state = 'made'`)
  return { ...study, blob: file!.blob }
}

const versions = async ({ place }: CelebrationCase) =>
  (await ask<{ count: number }>(place, `select count(*)::int as count from tenant.court_files`))[0]!.count
const bytesOf = ({ place, blob }: CelebrationCase & { blob: string }) =>
  place.run(async () => Buffer.concat(await Array.fromAsync(blobs.read(place.administration.id, blob))))
const years = ({ place }: CelebrationCase, days: number) =>
  place.run(() => runRetention(new Date(Date.now() + days * DAY), { dryRun: false }))

test.group('Retention of court files', () => {
  test('they end with their case, bytes first; what a court holds stays', async ({ assert }) => {
    const [gone, held] = [await writtenOut(), await writtenOut()]
    const hold = {
      scope: 'case' as const,
      subjectId: held.id,
      partyKey: null,
      from: null,
      until: null,
      reason: 'a court asked for it',
      authority: 'Court of Example',
    }
    const set = await held.place.run(() => setHold(hold, held.place.officers.privacy_officer!.id))
    assert.isTrue(set.ok)
    await years(gone, 3652 - 40)
    assert.equal((await bytesOf(gone)).subarray(0, 5).toString(), '%PDF-')
    await years(gone, 3652 + 40)
    await years(held, 3652 + 40)
    assert.deepEqual([await versions(gone), await versions(held)], [0, 1])
    await assert.rejects(() => bytesOf(gone))
    assert.equal((await bytesOf(held)).subarray(0, 5).toString(), '%PDF-')
  }).timeout(90_000)
})
