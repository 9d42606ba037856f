import { officerFactors } from '#platform/identity/officer_factors'
import { sealSeed } from '#platform/identity/seed'
import { newSeed } from '#platform/identity/totp'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { codeOf } from './factors.js'
import { Visitor } from './visitor.js'
import { PASSWORD, type Place } from './world.js'

export interface FilerPerson {
  id: string
  email: string
  /** Of the authenticator: filers always need one. */
  seed: Buffer
}

/** An active person of a sender, with the password of everybody and an authenticator. */
export async function engage(place: Place, senderId: string, name = 'filer'): Promise<FilerPerson> {
  const person = { id: uuidv7(), email: `${name}@example.test`, seed: newSeed() }
  await place.run(async () => {
    await execute(
      `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash, sender_id)
       select tenant_id, ?, ?, ?, 'en', password_hash, ? from tenant.officers where id = ?`,
      [person.id, person.email, `${name} person`, senderId, place.officers.administrator!.id]
    )
  })
  await giveSeed(place, person)
  return person
}

const giveSeed = (place: Place, { id, seed }: FilerPerson) =>
  place.run(async () => {
    const factors = officerFactors(id)
    await factors.saveTotp(await sealSeed(seed, factors), 0)
  })

/** Who filed this consignment. */
export const senderOf = (place: Place, consignment: string): Promise<string> =>
  place.run(
    async () =>
      (await firstRow<{ id: string }>(
        `select m.sender_id as id from tenant.consignments c join tenant.manifests m on m.id = c.manifest_id where c.id = ?`,
        [consignment]
      ))!.id
  )

/** Signed in at the portal with both factors. A code is good once, and tests sign in more often than every half minute: its seed is new. */
export async function signInFiler(place: Place, person: FilerPerson): Promise<Visitor> {
  const { email, seed } = person
  await giveSeed(place, person)
  const visitor = new Visitor()
  await visitor.get(`${place.path}/filer/sign-in`)
  const half = await visitor.post(`${place.path}/filer/sign-in`, { email, password: PASSWORD })
  if (half.location !== `${place.path}/filer/second-factor`) throw new Error(`filer: ${half.status} ${half.location}`)
  await visitor.page(half.location)
  const whole = await visitor.post(`${place.path}/filer/second-factor/code`, { code: codeOf(seed) })
  if (whole.status >= 400) throw new Error(`filer: ${whole.status} ${whole.text}`)
  await visitor.page(`${place.path}/filer/questions`)
  return visitor
}
