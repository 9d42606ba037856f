import { registerCargoReport } from '#app/cargo_register/published'
import type { CargoReport, ReportedConsignment } from '#core/cargo/cargo_report'
import type { Consignment, Party } from '#core/cargo/consignment'
import { uuidv7 } from '#platform/database/uuid'
import { unitOfWork } from '#platform/tenancy/database'
import { cuscar } from './fixtures/cuscar_message.js'
import type { Step, StepBill } from './fixtures/cargo_steps.js'
import { northernCelebration } from './fixtures/northern_celebration.js'
import { ask, file } from './intake.js'
import type { Place } from './world.js'

type Sender = { id: string; code: string }

/** Senders as a first message makes them; of that message nothing stays. */
export async function makeSenders(place: Place, codes: readonly string[]): Promise<Sender[]> {
  for (const sender of codes) {
    await file(place, cuscar({ sender, document: `FIRST-${sender}`, bills: [] }))
  }
  const senders = await ask<Sender>(
    place,
    `select id, code from tenant.senders where code = any(?::text[]) order by code`,
    [codes]
  )
  if (senders.length < codes.length) throw new Error(`not every sender was made: ${senders.length}`)
  return senders
}

/** Registers what a step sends, as intake would after reading it. */
export const register = (place: Place, senders: readonly Sender[], step: Extract<Step, { act: 'send' }>) =>
  place.run(() =>
    unitOfWork(() =>
      registerCargoReport(reportOf(step), {
        messageId: uuidv7(),
        sender: senders[step.sender % senders.length]!,
        filedAt: step.filedAt,
        historical: true,
      })
    )
  )

const NOTHING = { grossWeightKg: null, packages: null, volumeM3: null }

const reportOf = ({ fn, document, bills }: Extract<Step, { act: 'send' }>): CargoReport => ({
  message: 0,
  type: 'CUSCAR',
  version: 'D.95B',
  profile: 'generic.cuscar@1',
  controlReference: '1',
  function: fn,
  functionCode: null,
  test: false,
  sender: null,
  recipient: null,
  documentReference: document,
  documentVersion: null,
  previousReference: null,
  preparedAt: null,
  conveyance: {
    mode: 'sea',
    means: { name: 'CORAL HERON', imo: '9074729', callSign: null, flag: null },
    voyage: document,
    carrier: { code: null, name: null },
    loading: null,
    discharge: northernCelebration.places.discharge,
    eta: '2026-12-01T06:00-05:00',
    etd: null,
    atd: null,
  },
  nature: 'import',
  parties: [],
  consignments: bills.map((bill, sequence): ReportedConsignment => ({
    consignment: consignmentOf(bill, sequence),
    provenance: {},
    problems: [],
    usable: true,
  })),
  equipment: [],
  declaredTotals: { ...NOTHING, consignments: null, equipment: null },
  provenance: {},
})

const consignmentOf = (bill: StepBill, sequence: number): Consignment => {
  const { consignor = 'Calabash Mills', consignee = 'Blue Mahoe Interiors', container = null, loading = 'COCTG' } = bill
  const to: Party = {
    role: 'consignee',
    name: consignee,
    address: bill.address ?? null,
    country: bill.country === undefined ? 'JM' : bill.country,
    identifiers: bill.identifier ? [{ type: 'TRN', value: bill.identifier }] : [],
    contacts: bill.contact ? [{ type: bill.contact.includes('@') ? 'email' : 'phone', value: bill.contact }] : [],
  }
  const from: Party = {
    role: 'consignor',
    name: consignor,
    address: null,
    country: 'CO',
    identifiers: [],
    contacts: [],
  }
  const { places, items, equipment } = northernCelebration
  return {
    ...northernCelebration,
    sequence,
    reference: bill.number,
    places: {
      ...places,
      loading: loading === null ? null : { code: loading, name: null, country: loading.slice(0, 2) },
    },
    parties: consignor === null ? [to] : [from, to],
    items: items.map((item) => ({ ...item, hsCodes: bill.hs ? [bill.hs] : [], stowedIn: [] })),
    equipment: container === null ? [] : equipment.map((box) => ({ ...box, number: container })),
  }
}
