import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import type { Answer, Visitor } from '#tests/support/visitor'
import type { Place } from '#tests/support/world'

/** Sends a form as Inertia does: the answer is a redirect, and the next page carries flash and errors. */
export async function submit(
  visitor: Visitor,
  path: string,
  body: unknown,
  from: string
): Promise<{ answer: Answer; props: any }> {
  const token = decodeURIComponent(visitor.cookies.get('XSRF-TOKEN') ?? '')
  const answer = await visitor.send('POST', path, {
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'x-inertia': 'true',
      'x-inertia-version': '1',
      'x-xsrf-token': token,
      referer: `${visitor.base}${from}`,
    },
  })
  const next = await visitor.page(new URL(answer.location ?? from, visitor.base).pathname)
  return { answer, props: next.json?.props }
}

export const inPlace = <T>(place: Place, sql: string, bindings: readonly unknown[] = []): Promise<T[]> =>
  place.run(() => rows<T>(sql, bindings))

/** Consignments as the register keeps them, told apart by whether there is still something to weigh. */
export interface Cargo {
  /** Not arrived, or no arrival known. */
  open: string[]
  /** Arrived, historical or withdrawn. */
  closed: string[]
}

/** Three open consignments (call ahead, call without times, no call) and four closed ones. */
export async function layCargo(place: Place): Promise<Cargo> {
  const tenant = place.administration.id
  return place.run(async () => {
    const sender = uuidv7()
    await execute(`insert into tenant.senders (tenant_id, id, code, name) values (?, ?, 'TESTLINE', 'Test Line')`, [
      tenant,
      sender,
    ])
    const manifest = uuidv7()
    await execute(
      `insert into tenant.manifests (tenant_id, id, sender_id, first_filed_at, last_filed_at, first_filer, last_message_id) values (?, ?, ?, now(), now(), 'TESTLINE', ?)`,
      [tenant, manifest, sender, uuidv7()]
    )
    const call = async (eta: string | null, arrived: string | null) => {
      const id = uuidv7()
      await execute(
        `insert into tenant.calls (tenant_id, id, mode, port, eta, arrived_at, source) values (?, ?, 'sea', 'JMKIN', now() + ?::interval, now() + ?::interval, 'page')`,
        [tenant, id, eta, arrived]
      )
      return id
    }
    const consignment = async (callId: string | null, more: { state?: string; historical?: boolean } = {}) => {
      const id = uuidv7()
      await execute(
        `insert into tenant.consignments (tenant_id, id, manifest_id, call_id, level, state, revision, revision_id, content_hash, historical, first_filer, first_registered_at)
         values (?, ?, ?, ?, 'house', ?, 1, ?, 'x', ?, 'TESTLINE', now())`,
        [tenant, id, manifest, callId, more.state ?? 'filed', uuidv7(), more.historical ?? false]
      )
      await execute(
        `insert into tenant.consignment_keys (tenant_id, manifest_id, key, consignment_id, first_filer, first_registered_at)
         values (?, ?, ?, ?, 'TESTLINE', now())`,
        [tenant, manifest, id, id]
      )
      return id
    }
    const ahead = await call('1 day', null)
    return {
      open: [await consignment(ahead), await consignment(await call(null, null)), await consignment(null)],
      closed: [
        await consignment(await call('-1 hour', null)),
        await consignment(await call('1 day', '-1 hour')),
        await consignment(ahead, { historical: true }),
        await consignment(ahead, { state: 'removed' }),
      ],
    }
  })
}

/** Consignments asked to be weighed again for this reason. */
export async function asked(place: Place, because: string): Promise<string[]> {
  const found = await inPlace<{ id: string }>(
    place,
    `select consignment_id as id from tenant.assessment_requests where because = ? order by 1`,
    [because]
  )
  return found.map(({ id }) => id)
}

/** An open alert on a consignment, whose assessment cites these profiles and entries of watch lists. */
export async function raiseAlert(
  place: Place,
  consignment: string,
  cited: { profiles?: readonly string[]; entries?: readonly string[] }
): Promise<void> {
  const tenant = place.administration.id
  const assessment = uuidv7()
  await place.run(async () => {
    await execute(
      `insert into tenant.assessments (tenant_id, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, facts, versions_hash, duration_us, cited_profiles, matched_entries)
       values (?, ?, ?, ?, 1, 'revised', 90, 90, 'medium', ?, 'x', '', 'x', 1, ?::uuid[], ?::uuid[])`,
      [
        tenant,
        assessment,
        consignment,
        uuidv7(),
        Buffer.from(JSON.stringify({ matches: [], reasons: [] })),
        cited.profiles ?? [],
        cited.entries ?? [],
      ]
    )
    await execute(
      `insert into tenant.alerts (tenant_id, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes)
       values (?, ?, ?, 'NAR', ?, 'threshold', 'medium', 90, 90, 90, 'P02')`,
      [tenant, uuidv7(), consignment, assessment]
    )
  })
}
