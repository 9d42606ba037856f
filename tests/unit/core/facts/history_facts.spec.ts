import { test } from '@japa/runner'
import type { FactKey } from '#core/facts/catalogue'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import type { ContainerSighting, DocumentSighting, HistoryOfConsignment } from '#core/facts/history'
import { TWELVE_MONTHS, windowStart } from '#core/facts/window'
import { DAY, HOUR } from '#core/kernel/instant'
import { spellingVariants } from '#core/matching/spelling_variants'
import {
  FILED_AT,
  fullHistory,
  neverSeen,
  northernCelebration,
  northernCelebrationSource,
} from '#tests/support/fixtures/northern_celebration'

const ARRIVAL = FILED_AT + 48 * HOUR
const facts = (history: Partial<HistoryOfConsignment>, more: Partial<FactSource> = {}) =>
  deriveFacts(northernCelebrationSource({ history: { ...fullHistory, ...history }, ...more }))
const value = (snapshot: ReturnType<typeof facts>, key: FactKey) => {
  const fact = snapshot[key]
  return fact.known ? fact.value : fact.why
}

const sighting: ContainerSighting = {
  container: 'NRCU4832072',
  sameCall: false,
  reference: 'QTL KIN 77',
  nature: 'import',
  open: true,
  consignor: 'Calabash Mills Ltd',
  consignee: 'Somebody Else Ltd',
  port: 'JMMBJ',
  registeredAt: FILED_AT - 20 * DAY,
  arrival: ARRIVAL - 30 * HOUR,
}
const sighted = (...changes: Partial<ContainerSighting>[]) =>
  facts({ sightings: changes.map((change) => ({ ...sighting, ...change })) })

test.group('Facts of the history of parties', () => {
  test('each window is known as soon as history covers it, and not before', ({ assert }) => {
    const young = facts({ coversFrom: windowStart(FILED_AT, TWELVE_MONTHS) })
    assert.equal(value(young, 'history.consignee.count12Months'), 2)
    assert.equal(value(young, 'history.consignee.count30Days'), 0)
    assert.equal(value(young, 'history.consignee.count'), 'history_not_covered')
    assert.equal(value(young, 'history.consignee.monthlyMean'), 'history_not_covered')
    const younger = facts({ coversFrom: windowStart(FILED_AT, TWELVE_MONTHS) + DAY })
    assert.equal(value(younger, 'history.consignee.count12Months'), 'history_not_covered')
  })

  test('mean and deviation are of the twelve months before the latest', ({ assert }) => {
    const consignee = { ...fullHistory.consignee!, months: [99, 0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6] }
    const snapshot = facts({ consignee })
    assert.equal(value(snapshot, 'history.consignee.monthlyMean'), 3)
    assert.equal(value(snapshot, 'history.consignee.monthlyDeviation'), 3)
  })

  test('days since first and last; a party that was never seen has none', ({ assert }) => {
    const snapshot = facts({ pair: neverSeen })
    assert.equal(value(snapshot, 'history.consignor.firstSeenDays'), 700)
    assert.equal(value(snapshot, 'history.consignor.lastSeenDays'), 40)
    assert.equal(value(snapshot, 'history.pair.lastSeenDays'), 'not_applicable')
  })

  test('a consignment without a contact shares none; with several, the most shared one counts, and the consignee itself', ({
    assert,
  }) => {
    const contact = { kind: 'contact', key: '1', others12Months: 2, others30Days: 1, recent: [] } as const
    assert.equal(value(facts({}), 'history.contact.consignees'), 'not_carried')
    const snapshot = facts({ shared: [contact, { ...contact, key: '2', others12Months: 5 }] })
    assert.equal(value(snapshot, 'history.contact.consignees'), 6)
    assert.equal(value(snapshot, 'history.contact.consignees30Days'), 2)
    assert.equal(value(snapshot, 'history.address.consignees'), 'not_carried')
  })

  test('chapters are new only where HS codes are filed', ({ assert }) => {
    assert.equal(value(facts({}), 'history.consignee.newChapters'), 'not_carried')
    const items = northernCelebration.items.map((item) => ({ ...item, hsCodes: ['690721', '630790', '6302'] }))
    const snapshot = facts({}, { consignment: { ...northernCelebration, items } })
    assert.deepEqual(value(snapshot, 'history.consignee.newChapters'), ['63'])
  })

  test('spellings: letters, order of words; another name is another party', ({ assert }) => {
    const names = [
      'BLUE MAHO INTERIORS',
      'INTERIORS BLUE MAHOE',
      'BLUE MAHOE INTERIORS',
      'GREEN MAHOE EXPORTERS',
      'BLUE',
    ]
    assert.deepEqual(spellingVariants('BLUE MAHOE INTERIORS', names), names.slice(0, 2))
    assert.deepEqual(spellingVariants('AB', ['AC', 'A']), [], 'a short name allows no difference')
  })
})

test.group('Facts of the history of cargo', () => {
  test('where a container was last, by another call, and who else had it', ({ assert }) => {
    const snapshot = sighted({}, { registeredAt: FILED_AT - 3 * DAY, sameCall: true, port: 'JMKIN' }, { open: false })
    assert.equal(value(snapshot, 'history.container.lastSeenDays'), 20)
    assert.equal(value(snapshot, 'history.container.lastSeenPlace'), 'JMMBJ')
    assert.equal(value(snapshot, 'history.container.consignees'), 1)
    assert.equal(value(facts({}), 'history.container.lastSeenDays'), 'not_applicable')
    assert.equal(value(facts({}), 'history.container.consignees'), 0)
  })

  test('apart: elsewhere, or twice to stay; never by the same call, nor on the way out', ({ assert }) => {
    const apart = (change: Partial<ContainerSighting>) => value(sighted(change), 'history.container.elsewhereHours')
    assert.equal(apart({}), 30)
    assert.equal(apart({ port: 'JMKIN' }), 30)
    assert.equal(apart({ port: 'JMKIN', nature: 'export' }), 720)
    assert.equal(apart({ sameCall: true }), 720)
    assert.equal(apart({ open: false }), 720)
    assert.equal(apart({ arrival: null }), 720)
    assert.equal(
      value(facts({ sightings: [sighting] }, { call: null }), 'history.container.elsewhereHours'),
      'arrival_unknown'
    )
  })

  test('a bill is switched in transit or after it was withdrawn, between others, under another number, lately', ({
    assert,
  }) => {
    const switched = (change: Partial<ContainerSighting>) => value(sighted(change), 'history.container.switchedBills')
    assert.deepEqual(switched({ nature: 'transit' }), ['QTL KIN 77'])
    assert.deepEqual(switched({ open: false }), ['QTL KIN 77'])
    assert.deepEqual(switched({}), [], 'a box that came and went before')
    assert.deepEqual(switched({ nature: 'transit', reference: northernCelebration.reference }), [])
    assert.deepEqual(switched({ nature: 'transit', registeredAt: FILED_AT - 46 * DAY }), [])
    const same = { consignor: 'CERAMICAS ALTO NARE', consignee: 'Blue Mahoe Interiors Limited' }
    assert.deepEqual(switched({ nature: 'transit', ...same }), [])
  })

  test('a number of others is a duplicate when its sender is the same; parts are of the same consignee and another conveyance', ({
    assert,
  }) => {
    const before: DocumentSighting = {
      sameSender: true,
      sameCall: false,
      consignor: 'Calabash Mills Ltd',
      consignee: 'Somebody Else Ltd',
      description: 'RUM',
      registeredAt: FILED_AT - DAY,
    }
    const read = (change: Partial<DocumentSighting>) => {
      const snapshot = facts({ documents: [{ ...before, ...change }] })
      return [value(snapshot, 'history.document.duplicates'), value(snapshot, 'history.document.parts')]
    }
    const mine = { consignor: 'Cerámicas Alto Nare S.A.S.', consignee: 'Blue Mahoe Interiors Ltd' }
    assert.deepEqual(read({}), [1, 0])
    assert.deepEqual(read({ sameSender: false }), [0, 0])
    assert.deepEqual(read(mine), [0, 1])
    assert.deepEqual(read({ ...mine, sameCall: true }), [0, 0])
    assert.deepEqual(read({ ...mine, registeredAt: FILED_AT - 11 * DAY }), [0, 0])
    assert.equal(value(facts({ documents: null }), 'history.document.duplicates'), 'not_filed')
  })

  test('what is new to the lane', ({ assert }) => {
    const snapshot = facts({ lane: { count: 7, bySender: 0, unseenChapters: ['63'] } })
    assert.deepEqual(value(snapshot, 'history.lane.unseen'), ['sender', 'HS 63'])
    assert.equal(value(facts({ lane: null }), 'history.lane.count'), 'not_filed')
  })
})

test.group('Facts of filing and of findings', () => {
  test('what was amended, and how late the last change of each kind came', ({ assert }) => {
    const amendments = [
      { at: ARRIVAL - 40 * HOUR, paths: ['places.discharge.code', 'freight.amount'] },
      { at: ARRIVAL - 30 * HOUR, paths: ['parties.1.name'] },
      { at: ARRIVAL - 5 * HOUR, paths: ['places.loading.name'] },
    ]
    const snapshot = facts({ amendments })
    assert.deepEqual(value(snapshot, 'filing.changed'), ['parties', 'route', 'other'])
    assert.equal(value(snapshot, 'filing.decisiveChangeHours'), 30)
    assert.equal(value(snapshot, 'filing.routeChangeHours'), 40)
    const waiting = facts({ amendments }, { call: null })
    assert.equal(value(waiting, 'filing.routeChangeHours'), 'arrival_unknown')
    assert.deepEqual(value(facts({}), 'filing.changed'), [])
    assert.equal(value(facts({}), 'filing.decisiveChangeHours'), 'not_applicable')
  })

  test('a sender stands among ten or more, or nowhere', ({ assert }) => {
    assert.equal(value(facts({ sender: { flawedShare: 0.4, worse: 3, of: 12 } }), 'sender.worseShare'), 0.25)
    assert.equal(
      value(facts({ sender: { flawedShare: 0.4, worse: 0, of: 9 } }), 'sender.worseShare'),
      'history_not_covered'
    )
    assert.equal(value(facts({ sender: null }), 'sender.flawedShare'), 'history_not_covered')
  })

  test('what was found is known at once; that nothing was found, when history covers two years', ({ assert }) => {
    const found = {
      consignee: 0.7,
      consignor: 0,
      consigneeClean: 2,
      container: 0,
      consignorCounterfeits: 0,
      oneHop: 1,
      withdrawn: 0,
    }
    const young = facts({ findings: found, coversFrom: FILED_AT - 10 * DAY })
    assert.equal(value(young, 'findings.consignee.resultant'), 0.7)
    assert.equal(value(young, 'findings.neighbours'), 1)
    assert.equal(value(young, 'findings.container.resultant'), 'history_not_covered')
    assert.equal(value(facts({}), 'findings.container.resultant'), 0)
  })

  test('density needs a volume for every item; a package has a weight', ({ assert }) => {
    assert.equal(value(facts({}), 'goods.densityKgM3'), 'not_carried')
    assert.equal(value(facts({}), 'goods.kgPerPackage'), 24)
    const totals = { grossWeightKg: 14_880, packages: 0, volumeM3: 62 }
    const snapshot = facts({}, { consignment: { ...northernCelebration, totals } })
    assert.equal(value(snapshot, 'goods.densityKgM3'), 240)
    assert.equal(value(snapshot, 'goods.kgPerPackage'), 'not_applicable')
  })
})
