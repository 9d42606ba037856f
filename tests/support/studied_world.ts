import { addTask } from '#app/casework/cases/actions/tasks'
import { linkCases } from '#app/casework/cases/actions/change_contents'
import { moveCase } from '#app/casework/cases/actions/move_case'
import { openCase, type NewCase } from '#app/casework/cases/actions/open_case'
import { askCourtFile } from '#app/casework/court/actions/ask_court_file'
import CourtFilesDrain from '#app/casework/court/jobs/court_files_drain'
import { orderForCase } from '#app/casework/cases/actions/order_for_case'
import { snoozeAlert } from '#app/targeting/actions/snooze_alerts'
import { mergeAlert } from '#app/targeting/actions/merge_alerts'
import type { Officer } from '#platform/access/officer'
import { loadOfficer } from '#platform/access/officer'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { DAY } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { PHOTOGRAPH } from './fixtures/photograph.js'
import type { Place } from './world.js'

/** Cases of one side, each in the state in which a route wants it. */
export interface Studies {
  /** Just opened, with `studiedAlert`, a task, a file and a link. */
  study: string
  studiedAlert: string
  /** Medium, in nobody's hands, put aside until tomorrow. */
  snoozedAlert: string
  task: string
  doneTask: string
  caseFile: string
  /** Under analysis by the analyst, at version 3. */
  studyToOrder: string
  /** Of `studyToOrder`. */
  studiedConsignment: string
  /** Held by the supervisor: an inspection was ordered for it. */
  orderedStudy: string
  /** Of `study`, made for the supervisor. */
  courtFile: string
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Opens cases through the real actions. */
export async function study(place: Place, siteId: string, heldAlert: string): Promise<Studies> {
  const studiedAlert = await anotherAlert(place, 'WMD')
  const merged = await anotherAlert(place, 'ARM')
  await asAnalyst(async (officer) => must(await mergeAlert(merged, heldAlert, officer)))
  const second = await consignmentOf(place, 'XCARBOG00072')
  const snoozedAlert = await anotherAlert(place, 'SEC')
  const until = new Date(Date.now() + DAY)
  await asAnalyst(async (officer) => must(await snoozeAlert(snoozedAlert, officer, { until, for: null, note: null })))
  const studied = await open({ title: 'Same story', alerts: [studiedAlert], consignments: [] })
  const studyToOrder = await begun({ title: 'Same yard', alerts: [], consignments: [second] })
  const orderedStudy = await begun({ title: 'Same order', alerts: [], consignments: [second] })
  await asAnalyst(async (officer) => {
    const wanted = {
      consignmentId: second,
      siteId,
      type: 'canine' as const,
      equipment: null,
      // The site works by shifts by now.
      slot: { day: new Date(Date.now() + DAY).toISOString().slice(0, 10), shift: 'day' },
      usefulUntil: Date.now() + 3 * DAY,
    }
    must(await orderForCase(orderedStudy, wanted, null, officer, 3))
    must(await addTask(studied, { what: 'Ask the line', assigneeId: null, dueAt: null }, officer))
    must(await addTask(studied, { what: 'Read the bill', assigneeId: officer.id, dueAt: Date.now() + DAY }, officer))
    must(await linkCases(studied, '2', officer, true))
  })
  const [task, doneTask] = await place.run(async () => {
    const tasks = ['Ask the line', 'Read the bill'].map((what) =>
      firstRow<{ id: string }>(`select id from tenant.case_tasks where what = ?`, [what])
    )
    const [open, done] = await Promise.all(tasks)
    await execute(`update tenant.case_tasks set done_by = made_by, done_at = now() where id = ?`, [done!.id])
    return [open!.id, done!.id]
  })
  const file = { bytes: PHOTOGRAPH, fileName: 'same.png', about: null, officerId: place.officers.analyst!.id }
  const kept = await place.run(() => keepAttachment({ kind: 'case', id: studied }, file, async () => true))
  const courtFile = await writeOut(place, studied)
  return {
    study: studied,
    studiedAlert,
    snoozedAlert,
    task: task!,
    doneTask: doneTask!,
    caseFile: must(kept).id,
    courtFile,
    studyToOrder,
    studiedConsignment: second,
    orderedStudy,
  }

  function asAnalyst<T>(work: (officer: Officer) => Promise<T>): Promise<T> {
    return place.run(async () => work((await loadOfficer(place.officers.analyst!.id))!), 'analyst')
  }

  function open(wanted: NewCase): Promise<string> {
    return asAnalyst(async (officer) => must(await openCase(wanted, officer)))
  }

  async function begun(wanted: NewCase): Promise<string> {
    const id = await open(wanted)
    await asAnalyst(async (officer) => {
      must(await moveCase(id, { act: 'assign', officer }))
      must(await moveCase(id, { act: 'begin_analysis', officer }))
    })
    return id
  }
}

/** A first version, as the worker makes it. */
async function writeOut(place: Place, study: string): Promise<string> {
  const wanted = {
    locale: 'en',
    basis: 'court_order' as const,
    reference: 'order 1/26',
    purpose: 'court_hearing' as const,
    recipient: 'Same court',
    withNotes: true,
  }
  const asked = await place.run(
    async () => askCourtFile(study, wanted, (await loadOfficer(place.officers.supervisor!.id))!),
    'supervisor'
  )
  await place.run(() => new CourtFilesDrain().execute())
  return must(asked)
}

const consignmentOf = (place: Place, bill: string) =>
  place.run(
    async () => (await firstRow<{ id: string }>(`select id from tenant.consignments where reference = ?`, [bill]))!.id
  )

/** An open alert of a threat that the others are not of. */
const anotherAlert = (place: Place, threat: string): Promise<string> =>
  place.run(async () => {
    const id = uuidv7()
    await execute(
      `insert into tenant.alerts (tenant_id, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes)
       select tenant_id, ?, consignment_id, ?, assessment_id, because, 'medium', score, up_to, threat_score, reason_codes
         from tenant.alerts order by id limit 1`,
      [id, threat]
    )
    return id
  })
