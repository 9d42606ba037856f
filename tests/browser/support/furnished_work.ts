import { addMember } from '#app/administration/actions/places/change_members'
import { requestPasswordReset } from '#app/administration/actions/reset_password'
import { postLetter } from '#platform/identity/letters'
import { inspect } from '#tests/support/inspected_world'
import { linkIn, sendLetters } from '#tests/support/letters'
import { furnishPrivacy } from '#tests/support/privacy_world'
import { refer } from '#tests/support/referred_world'
import { loadOfficer } from '#platform/access/officer'
import { openCase } from '#app/casework/cases/actions/open_case'
import type { Place } from '#tests/support/world'
import type { Screen } from './furnished.js'
import { consignmentId } from './pipeline.js'

const PRIVACY = ['retention', 'holds', 'requests'].map((name): Screen => [`privacy-${name}`, `/privacy/${name}`])

/** Orders in every state on one consignment, places at the site, a person's request: screens by role. */
export async function furnishWork(place: Place, site: string, bill: string): Promise<Record<string, Screen[]>> {
  await place.run(() => addMember('site', site, place.officers.inspector!.id))
  const { toAccept, toRecord, toReview } = await inspect(place, site, bill)
  const { subjectRequest: request } = await furnishPrivacy(place)
  return {
    supervisor: [
      ['inspection-review', `/inspections/${toReview}`],
      ['outcomes', '/outcomes'],
      ['capacity', '/capacity'],
      ['events', '/events'],
      ['handover', '/handover'],
      ['cases', '/cases?view=all'],
      ['case', `/cases/${await studySomething(place)}`],
      ['workflow-alert', '/administration/workflows/alert'],
      ['workflow-case', '/administration/workflows/case'],
    ],
    auditor: [
      ['draws', '/draws'],
      ['integrity', '/integrity'],
      ['integrity-empty', '/integrity?from=2026-01-01&to=2026-01-02'],
    ],
    inspector: [
      ['inspections', '/inspections'],
      ['inspections-empty', '/inspections?view=overdue'],
      ['inspection-ordered', `/inspections/${toAccept}`],
      ['inspection', `/inspections/${toRecord}`],
      ['capacity-reader', '/capacity'],
    ],
    investigator: [['legal-holds', '/privacy/holds']],
    privacy_officer: [...PRIVACY, ['privacy-request', `/privacy/requests/${request}`]],
  }
}

/** A case of the supervisor over a consignment, with a note. */
async function studySomething(place: Place): Promise<string> {
  const supervisor = await place.as('supervisor')
  const consignments = [await consignmentId(place, 'PAGE4')]
  const opened = await supervisor.post(`${place.path}/cases`, {
    title: 'Rice that came twice',
    alerts: [],
    consignments,
  })
  const path = opened.location!.replace(/^https?:\/\/[^/]+/, '')
  await supervisor.post(`${path}/notes`, { text: 'The second bill names the same sacks.', mentioned: [] })
  return path.split('/').at(-1)!
}

/** What links in letters open, while they are good and after. */
export async function furnishLetters(place: Place): Promise<Screen[]> {
  const { id, email } = place.officers.data_steward!
  await place.run(async () => {
    await requestPasswordReset(email)
    await postLetter(id, 'new_device', { agent: 'Firefox on Linux' })
  })
  const links = (await sendLetters(place))
    .filter(({ to, text }) => to.includes(email) && /\/(?:reset|not-me)\//.test(text))
    .map((letter) => linkIn(letter).replace(place.path, ''))
  const [reset, notMe] = ['/reset/', '/not-me/'].map((part) => links.find((path) => path.startsWith(part)))
  if (!reset || !notMe) throw new Error('the letters did not come')
  return [
    ['forgot', '/forgot'],
    ['forgot-sent', '/forgot?sent=1'],
    ['reset', reset],
    ['reset-used', '/reset/lf_rst_none'],
    ['not-me', notMe],
    ['not-me-used', '/not-me/lf_dev_none'],
  ]
}

/** A case over one consignment, referred to an agency in all its parts. */
export async function referSomething(place: Place, agency: string, consignment: string): Promise<string> {
  const study = await place.run(async () => {
    const officer = (await loadOfficer(place.officers.analyst!.id))!
    return openCase({ title: 'Heavy tiles', alerts: [], consignments: [consignment] }, officer)
  }, 'analyst')
  if (!study.ok) throw new Error(JSON.stringify(study.error))
  return refer(place, study.value, {
    to: { kind: 'agency', id: agency },
    parts: ['consignments', 'parties', 'alert_reasons', 'findings'],
    consignments: [consignment],
  })
}
