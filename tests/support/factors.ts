import { Secret, TOTP } from 'otpauth'
import { officerFactors } from '#platform/identity/officer_factors'
import { sealSeed } from '#platform/identity/seed'
import { newSeed } from '#platform/identity/totp'
import { PASSWORD, type Place } from './world.js'
import { Visitor } from './visitor.js'

/** What the officer's telephone would show at this instant. */
export const codeOf = (seed: Buffer, at: number = Date.now()): string =>
  new TOTP({ secret: new Secret({ buffer: new Uint8Array(seed).buffer }) }).generate({ timestamp: at })

/** An authenticator for the officer of this role, set up as the screen does it; its seed. */
export async function giveAuthenticator(place: Place, role: string): Promise<Buffer> {
  const seed = newSeed()
  await place.run(async () => {
    const factors = officerFactors(place.officers[role]!.id)
    await factors.saveTotp(await sealSeed(seed, factors), 0)
  }, role)
  return seed
}

/** Signed in by password only: what is still owed is owed. */
export async function halfSignedIn(place: Place, role: string): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  const answer = await visitor.post(`${place.path}/sign-in`, { email: place.officers[role]!.email, password: PASSWORD })
  if (answer.location !== `${place.path}/second-factor`) throw new Error(`${role} went to ${answer.location}`)
  await visitor.page(answer.location)
  return visitor
}
