import { test } from '@japa/runner'
import AuditDrain from '#app/audit/jobs/audit_drain'
import { recordAction } from '#platform/audit/record'
import { firstRow, rows } from '#platform/tenancy/database'
import { AuditChain } from '#tests/support/audit_chain'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const ID = '019aa000-0000-7000-8000-000000000001'
const opened = (place: Place, id = ID) =>
  place.run(() => recordAction({ action: 'consignment.opened', subject: { kind: 'consignment', id } }), 'analyst')
const auditOf = async (place: Place, query = '', role = 'auditor') =>
  (await (await place.as(role)).page(`${place.path}/audit${query}`)).json.props
const recorded = (place: Place, action: string) =>
  place.run(() =>
    rows<{ data: Record<string, unknown> }>(`select data from tenant.audit_entries where action = ? order by id`, [
      action,
    ])
  )

test.group('Audit | page', () => {
  test('is for who may read it', async ({ assert }) => {
    const place = await makePlace()
    assert.match((await new Visitor().get(`${place.path}/audit`)).location!, /sign-in$/)
    assert.equal((await (await place.as('analyst')).get(`${place.path}/audit`)).status, 403)
    assert.equal((await (await place.as('privacy_officer')).get(`${place.path}/audit`)).status, 200)
  })

  test('shows who did what to what, the newest first, and how far it is sealed', async ({ assert }) => {
    const place = await makePlace()
    await opened(place)
    const chain = new AuditChain(place)
    await chain.seal()
    await opened(place, '019aa000-0000-7000-8000-000000000002')
    const props = await auditOf(place, '?action=consignment.opened')
    assert.deepEqual(
      props.entries.map((entry: { subject: { id: string } }) => entry.subject.id.slice(-1)),
      ['2', '1']
    )
    const [waiting, sealed] = props.entries
    assert.isNull(waiting.seq)
    assert.isAbove(sealed.seq, 0)
    assert.deepInclude(sealed, { action: 'consignment.opened', class: 'C3' })
    assert.deepEqual(sealed.actor, { kind: 'officer', name: 'analyst person' })
    assert.deepEqual(sealed.subject, { kind: 'consignment', id: ID, path: `/consignments/${ID}` })
    assert.isAtLeast(props.chain.seq, sealed.seq)
    assert.isAtLeast(props.chain.waiting, 1)
    assert.match(props.chain.fingerprint, /^[0-9a-f]{64}$/)
    const privacy = await auditOf(place, '?action=consignment.opened', 'privacy_officer')
    assert.isNull(privacy.entries[0].subject.path, 'no link for who may not open it')
  })

  test('filters by person, action, subject, class and day, and passes over what it does not know', async ({
    assert,
  }) => {
    const place = await makePlace()
    await opened(place)
    const subjects = async (query: string) => (await auditOf(place, query)).entries.length
    assert.equal(await subjects(`?actor=${place.officers.analyst!.id}&action=consignment.opened`), 1)
    assert.equal(await subjects(`?actor=${place.officers.inspector!.id}`), 0)
    assert.equal(await subjects(`?kind=consignment&subject=${ID}`), 1)
    assert.equal(await subjects(`?kind=consignment&class=C2`), 0)
    assert.equal(await subjects('?kind=consignment&from=2020-01-01&to=2020-01-02'), 0)
    assert.equal(await subjects('?kind=consignment&from=2020-01-01'), 1)
    assert.deepEqual((await auditOf(place, `?action=drop&kind=x&actor='&from=soon&before=1&class=C9`)).filters, {
      from: null,
      to: null,
      actor: null,
      action: null,
      kind: null,
      subject: null,
      class: null,
    })
  })

  test('turns pages without losing or doubling an entry', async ({ assert }) => {
    const place = await makePlace()
    await new AuditChain(place).act(120)
    const seen: string[] = []
    for (let query = '?action=consignment.opened', page = 0; page < 3; page++) {
      const { entries, older } = await auditOf(place, query)
      seen.push(...entries.map(({ id }: { id: string }) => id))
      assert.equal(older === null, page === 2)
      query = `?action=consignment.opened&before=${older}`
    }
    assert.equal(new Set(seen).size, 120)
    assert.deepEqual(seen, seen.toSorted().reverse())
  })

  test('opens an entry with its data and its place in the chain', async ({ assert }) => {
    const place = await makePlace()
    const chain = new AuditChain(place)
    await chain.act(2)
    await chain.seal()
    const { entries } = await auditOf(place, '?action=consignment.opened')
    const { open } = await auditOf(place, `?open=${entries[0].id}`)
    assert.deepEqual(open.data, [{ name: 'revision', value: '1' }])
    assert.match(open.seal.hash, /^[0-9a-f]{64}$/)
    assert.equal((await auditOf(place, `?open=${entries[1].id}`)).open.seal.hash, open.seal.prev)
    const other = await makePlace()
    assert.isNull((await auditOf(other, `?open=${entries[0].id}`)).open)
  })

  test('reading it is audited, with codes and nothing that was typed', async ({ assert }) => {
    const place = await makePlace()
    await auditOf(place, `?kind=consignment&class=C3&subject=Maria%20Example&q=Maria`)
    const [entry] = await recorded(place, 'audit.opened')
    assert.deepEqual(entry!.data, { kind: 'consignment', class: 'C3' })
  })
})

test.group('Audit | verification and proof', () => {
  test('a verification that was asked for says what it found', async ({ assert }) => {
    const place = await makePlace()
    const chain = new AuditChain(place)
    await chain.write(5)
    const auditor = await place.as('auditor')
    const verify = async () => {
      const answer = await auditor.post(`${place.path}/audit/verifications`, {})
      assert.equal(answer.status, 303)
      assert.equal((await auditOf(place)).chain.verification.state, 'running')
      await place.run(() => new AuditDrain().execute())
      return (await auditOf(place)).chain
    }
    assert.equal((await verify()).verification.state, 'whole')
    await chain.tamper((client) =>
      client.query(`update tenant.audit_entries set action = 'x' where action = 'consignment.opened'`)
    )
    const { verification, alarm } = await verify()
    assert.deepInclude(verification, { state: 'broken', because: 'altered' })
    assert.isTrue(alarm)
    const [whole, broken] = await recorded(place, 'audit.verified')
    assert.equal(whole!.data.faults, 0)
    assert.equal(broken!.data.faults, 5)
    assert.equal((await (await place.as('analyst')).post(`${place.path}/audit/verifications`, {})).status, 403)
  })

  test('a proof of a period is a file that verifies without us, marked with who took it', async ({ assert }) => {
    const place = await makePlace()
    const chain = new AuditChain(place)
    await chain.write(12)
    const auditor = await place.as('auditor')
    const answer = await auditor.get(`${place.path}/audit/proof?from=2020-01-01`)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition')!, /^attachment; filename="landfall-audit-/)
    const lines = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const header = lines.find(({ type }) => type === 'header')!
    assert.deepEqual(header.made_by, { kind: 'officer', id: place.officers.auditor!.id, name: 'auditor person' })
    assert.isAtLeast(lines.filter(({ type }) => type === 'entry').length, 12)
    const verdict = await chain.verdictOn(answer.text)
    assert.deepEqual(verdict.faults, [])
    assert.deepEqual(
      (await chain.verdictOn(answer.text.replace('consignment.opened', 'consignment.closed'))).faults[0]?.because,
      'altered'
    )
    assert.deepEqual(
      (await chain.verdictOn(answer.text.slice(0, answer.text.lastIndexOf('{"type":"entry"')))).faults[0]?.because,
      'export_cut'
    )
    assert.lengthOf(await recorded(place, 'audit.exported'), 1)
  })

  test('only who may export gets one, of the own administration, and none of an empty period', async ({ assert }) => {
    const [place, other] = [await makePlace(), await makePlace()]
    await new AuditChain(other).write(3)
    const path = `${place.path}/audit/proof`
    assert.equal((await (await place.as('privacy_officer')).get(path)).status, 403)
    assert.equal((await (await place.as('auditor')).get(`${path}?to=2020-01-01`)).status, 404)
    await new AuditChain(place).write(1)
    const { text } = await (await place.as('auditor')).get(path)
    assert.notInclude(text, other.administration.id)
    assert.equal(
      (await place.run(() =>
        firstRow<{ n: number }>(`select count(*)::int as n from tenant.audit_entries where action = 'security.denied'`)
      ))!.n,
      2
    )
  })
})
