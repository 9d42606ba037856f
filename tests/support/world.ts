import { randomUUID } from 'node:crypto'
import { createAdministration } from '#app/control/actions/create_administration'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import { cheapHash } from './cheap_password.js'
import { Visitor } from './visitor.js'

export const PASSWORD = 'correct horse battery staple'
const SESSIONS_AT_A_TIME = 3
/** Acts that ask for a fresh proof take one of five minutes; the suites go on longer. */
const FRESH_MS = 4 * 60_000
let passwordHash: Promise<string> | undefined

/** An administration of the test world with one officer a role. */
export class Place {
  readonly #visitors = new Map<string, { visitor: Promise<Visitor>; since: number; at: number }>()
  readonly #signIns = new Map<string, number>()

  readonly #doors = new Map<string, () => Promise<Visitor>>()
  readonly #officers: Record<string, { id: string; email: string }>

  constructor(
    readonly administration: Administration,
    officers: Readonly<Record<string, { id: string; email: string }>>
  ) {
    this.#officers = { ...officers }
  }

  get officers(): Readonly<Record<string, { id: string; email: string }>> {
    return this.#officers
  }

  /** One more officer under this name, with a role or with none, and the password of everybody. */
  async hire(name: string, role: string | null): Promise<{ id: string; email: string }> {
    const officer = { id: uuidv7(), email: `${name}@example.test` }
    await this.run(async () => {
      await execute(
        `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash)
         select tenant_id, ?, ?, ?, 'en', password_hash from tenant.officers where id = ?`,
        [officer.id, officer.email, `${name} person`, this.#officers.administrator!.id]
      )
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = ?`,
        [officer.id, role]
      )
    })
    this.#officers[name] = officer
    return officer
  }

  get path(): string {
    return `/a/${this.administration.code}`
  }

  /** Runs inside this administration, as the system or as one of its officers. */
  run<T>(work: () => Promise<T>, role?: string): Promise<T> {
    const actor = role
      ? { kind: 'officer' as const, id: this.officers[role]!.id }
      : { kind: 'system' as const, id: 'test' }
    return tenancy.run({ administration: this.administration, actor, correlationId: randomUUID() }, work)
  }

  /** A signed-in visitor of this role; signed in once and reused until newer sessions have taken its place or its proof is stale. */
  as(role: string): Promise<Visitor> {
    const known = this.#visitors.get(role)
    if (known && Date.now() - known.at < FRESH_MS && this.#signIns.get(role)! - known.since < SESSIONS_AT_A_TIME)
      return known.visitor
    const visitor = this.signIn(role)
    this.#visitors.set(role, { visitor, since: this.#signIns.get(role)!, at: Date.now() })
    return visitor
  }

  /** Somebody who signs in at another door than officers do, and is asked for by this name. */
  receive(name: string, signIn: () => Promise<Visitor>): void {
    this.#doors.set(name, signIn)
  }

  /** A fresh session of this role. */
  async signIn(role: string): Promise<Visitor> {
    this.#signIns.set(role, (this.#signIns.get(role) ?? 0) + 1)
    const door = this.#doors.get(role)
    if (door) return door()
    const visitor = new Visitor()
    await visitor.get(`${this.path}/sign-in`)
    const answer = await visitor.post(`${this.path}/sign-in`, { email: this.officers[role]!.email, password: PASSWORD })
    if (answer.status !== 303 || answer.location?.endsWith('/sign-in'))
      throw new Error(`${role} could not sign in: ${answer.status} ${answer.text}`)
    await visitor.page(answer.location!)
    return visitor
  }
}

export interface PlaceOptions {
  country?: string
  timezone?: string
  locale?: string
  plugins?: readonly string[]
  ports?: readonly string[]
  placement?: string
  /** Leave the roles as the templates make them: each demands a second factor. Else passwords do. */
  secondFactor?: boolean
}

/** A new administration with officers of every role template, all with `PASSWORD`, and no second factor unless asked for. */
export async function makePlace(options: PlaceOptions = {}): Promise<Place> {
  const code = `T${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
  const administration = await createAdministration({
    code,
    name: `Test ${code}`,
    country: options.country ?? 'JM',
    timezone: options.timezone ?? 'America/Jamaica',
    locale: options.locale ?? 'en',
    currency: 'USD',
    demo: false,
    ports: options.ports ?? ['JMKIN'],
    plugins: options.plugins ?? [],
    ...(options.placement ? { placement: options.placement } : {}),
  })
  const hash = await (passwordHash ??= cheapHash(PASSWORD))
  const place = new Place(
    administration,
    Object.fromEntries(ROLE_TEMPLATES.map(({ code: role }) => [role, { id: uuidv7(), email: `${role}@example.test` }]))
  )
  await place.run(async () => {
    if (!options.secondFactor) await execute(`update tenant.roles set requires_second_factor = false`)
    for (const [role, { id, email }] of Object.entries(place.officers)) {
      await execute(
        `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash) values (?, ?, ?, ?, 'en', ?)`,
        [administration.id, id, email, `${role} person`, hash]
      )
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = ?`,
        [id, role]
      )
    }
  })
  return place
}
