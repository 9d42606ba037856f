import { randomUUID } from 'node:crypto'
import {
  addTask,
  listSlots,
  moveCase,
  openCase,
  orderForCase,
  orderInspection,
  referCase,
  sitesOfPorts,
  writeNote,
} from '#app/casework/published'
import { claimAlert } from '#app/targeting/published'
import { DAY, HOUR } from '#core/kernel/instant'
import type { Result } from '#core/kernel/result'
import { loadOfficer, type Officer } from '#platform/access/officer'
import { firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { OPEN_WORK_WORDS, type Words } from './open_work_words.js'

/** A consignment with an open alert, the one that scores most of its ship. */
interface Coming {
  id: string
  port: string
  arrival: Date
  alert: string
}

/** Ships whose own walk the README tells: nobody is at them yet. */
const LEFT_ALONE = ['NORTHERN CELEBRATION']
const SLOTS_AHEAD = 7

/**
 * What the desk of the demonstration is at today, done by its people through the actions that screens use: an alert
 * that is held, a case that is referred to the partner agency, one whose cargo is ordered, one that waits for
 * somebody, and an order at a site. Each stands on another ship that is still to come; returns what was refused.
 */
export async function startOpenWork(): Promise<string[]> {
  const words = OPEN_WORK_WORDS[tenancy.current().administration.locale] ?? OPEN_WORK_WORDS.en!
  const [held, referred, ordered, waiting, direct] = await coming()
  const refused: string[] = []
  const doing = async (what: string, work: () => Promise<Result<unknown, unknown>>) => {
    const done = await work()
    if (!done.ok) refused.push(`${what}: ${JSON.stringify(done.error)}`)
  }
  if (held) await doing('claim', () => as('analyst', (officer) => claimAlert(held.alert, officer)))
  if (referred) await doing('refer', () => refer(referred, words))
  if (ordered) await doing('order for a case', () => orderInCase(ordered, words))
  if (waiting) await doing('open', () => open(words.waiting, waiting))
  if (direct) await doing('order', () => as('supervisor', (officer) => order(direct, officer)))
  return refused
}

const coming = (): Promise<Coming[]> =>
  rows<Coming>(
    `select * from (
       select distinct on (k.id) c.id, k.port, k.eta as arrival, a.id as alert
         from tenant.alerts a
         join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
         join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
        where a.state = 'new' and c.state = 'filed' and k.arrived_at is null and k.eta > now() + interval '2 hours' and not k.means_name = any (?::text[])
        order by k.id, a.score desc, a.id) s
      order by arrival, id limit 5`,
    [LEFT_ALONE]
  )

async function as<T>(account: string, work: (officer: Officer) => Promise<T>): Promise<T> {
  const { administration } = tenancy.current()
  const person = await firstRow<{ id: string }>(
    `select id from tenant.officers where split_part(email, '@', 1) = ? order by id`,
    [account]
  )
  const officer = person && (await loadOfficer(person.id))
  if (!officer) throw new Error(`The demonstration of ${administration.code} has no ${account}`)
  const actor = { kind: 'officer' as const, id: officer.id }
  return tenancy.run({ administration, actor, correlationId: randomUUID() }, () => work(officer))
}

/** The analyst opens it, the investigator takes it and asks the agency. */
async function refer(cargo: Coming, words: Words) {
  const opened = await open(words.referred, cargo)
  if (!opened.ok) return opened
  return as('investigator', async (officer) => {
    const read = await analyse(opened.value, officer)
    if (!read.ok) return read
    await writeNote(opened.value, words.note, [], officer)
    await addTask(opened.value, { what: words.task, assigneeId: officer.id, dueAt: Date.now() + 4 * HOUR }, officer)
    const agency = await firstRow<{ id: string }>(
      `select id from tenant.agencies where closed_at is null order by code`
    )
    return referCase(
      opened.value,
      {
        to: { kind: 'agency', id: agency!.id },
        mode: 'ask',
        purpose: 'threat_assessment',
        basis: 'agreement',
        basisReference: words.agreement,
        message: words.message,
        parts: ['consignments', 'parties'],
        consignments: [cargo.id],
        attachments: [],
        endsAt: Date.now() + 14 * DAY,
      },
      officer
    )
  })
}

async function orderInCase(cargo: Coming, words: Words) {
  const opened = await open(words.ordered, cargo)
  if (!opened.ok) return opened
  return as('supervisor', async (officer) => {
    const read = await analyse(opened.value, officer)
    return read.ok
      ? orderForCase(opened.value, await wanted(cargo, 'physical'), null, officer, read.value.version)
      : read
  })
}

const open = (title: string, { alert, id }: Coming) =>
  as('analyst', (officer) => openCase({ title, alerts: [alert], consignments: [id] }, officer))

async function analyse(caseId: string, officer: Officer) {
  const taken = await moveCase(caseId, { act: 'assign', officer, target: officer.id })
  return taken.ok ? moveCase(caseId, { act: 'begin_analysis', officer }) : taken
}

const order = async (cargo: Coming, officer: Officer) =>
  orderInspection(await wanted(cargo, 'scan'), { kind: 'officer', id: officer.id, mayOverBook: true, overBooked: null })

/** At the first shift with a free place after the ship berthed. */
async function wanted({ id, port, arrival }: Coming, type: 'physical' | 'scan') {
  const sites = await sitesOfPorts([port])
  const slots = await listSlots(Date.now(), SLOTS_AHEAD)
  const slot = slots.find(
    ({ siteId, from, places, booked }) => sites.has(siteId) && from > arrival.getTime() && booked < places
  )
  const [site] = sites.keys()
  return {
    consignmentId: id,
    siteId: slot?.siteId ?? site ?? '',
    type,
    equipment: null,
    slot: slot ? { day: slot.day, shift: slot.shift } : null,
    usefulUntil: (slot?.until ?? arrival.getTime()) + 12 * HOUR,
  }
}
