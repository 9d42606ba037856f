import db from '@adonisjs/lucid/services/db'
import type { Side } from '#tests/support/colliding_worlds'
import { PASSWORD } from '#tests/support/world'
import type { Recipe } from './recipes.js'

const assertion = {
  id: 'nobodys',
  rawId: 'nobodys',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
}
const attestation = {
  id: 'nobodys',
  rawId: 'nobodys',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'AAAA' },
}

/** Another session of this side's manager than the one that asks. */
const sessionOf = async (side: Side) => {
  await side.place.signIn('manager')
  const row = await db
    .connection('auth')
    .from('control.sessions')
    .where('person_id', side.place.officers.manager!.id)
    .orderBy('created_at', 'desc')
    .first()
  return { id: row.id as string }
}

/** An own account and its proofs: the same routes for officers and, under another prefix, for operators. */
const shared = (as: string | undefined): Record<string, Recipe> => {
  /** Operators have a chain of their own. */
  const audits = (action: string) => ({ audits: [as ? action : `operator.${action.replace('.', '_')}`] })
  const page = (more: Partial<Recipe> = {}): Recipe => ({ ...(as ? { as } : {}), send: 'page', rightful: 200, ...more })
  const act = (rightful: number, more: Partial<Recipe> = {}): Recipe => ({
    ...(as ? { as } : {}),
    send: 'json',
    rightful,
    fresh: true,
    ...more,
  })
  return {
    'second_factor.show': page({ rightful: 302, fresh: true }),
    'second_factor.ways': page({ send: 'json' }),
    // What stands behind a fresh proof is sent for, not browsed: the suites go on longer than five minutes.
    'second_factor.enrol': act(200),
    'account.show': page(),
    'account.recovery.show': act(200),
    'second_factor.code': act(422, { body: () => ({ code: '000000' }), ...audits('factor.refused') }),
    'second_factor.password': act(200, { body: () => ({ password: PASSWORD }) }),
    'second_factor.passkey_options': act(200),
    'second_factor.passkey': act(422, { body: () => ({ response: assertion }), ...audits('factor.refused') }),
    'second_factor.totp.store': act(422, { body: () => ({ code: '000000' }) }),
    'second_factor.passkeys.options': act(200),
    'second_factor.passkeys.store': act(422, { body: () => ({ name: 'Key', response: attestation }) }),
    'account.rename': act(303, { body: () => ({ name: 'Same Person' }), ...audits('name.changed') }),
    'account.totp.destroy': act(404, as ? { audits: ['security.denied'] } : {}),
    'account.recovery.store': act(200, audits('recovery_codes.made')),
    // To the same one, so that the test world can go on signing in.
    'account.password': act(303, {
      body: () => ({ current: PASSWORD, password: PASSWORD }),
      ...audits('password.changed'),
    }),
    'account.sessions.destroy_others': act(303, audits('session.ended')),
  }
}

const ofOperators = Object.fromEntries(
  Object.entries({
    ...shared(undefined),
    'account.passkeys.destroy': { send: 'json', params: () => ({ id: 'nobodys' }), rightful: 404 },
    'account.sessions.destroy': { send: 'json', params: () => ({ id: 'nobodys' }), rightful: 404 },
  } satisfies Record<string, Recipe>).map(([name, recipe]) => [`platform.${name}`, recipe])
)

const ofFilers = Object.fromEntries(
  Object.entries({
    ...shared('filer'),
    'account.totp.destroy': { as: 'filer', send: 'json', rightful: 303, fresh: true, audits: ['factor.removed'] },
    // Who has a factor proves it by that.
    'second_factor.password': {
      as: 'filer',
      send: 'json',
      body: () => ({ password: PASSWORD }),
      rightful: 422,
      fresh: true,
    },
    'account.passkeys.destroy': {
      as: 'filer',
      send: 'json',
      params: () => ({ id: 'nobodys' }),
      rightful: 404,
      fresh: true,
      audits: ['security.denied'],
    },
    'account.sessions.destroy': {
      as: 'filer',
      send: 'json',
      params: () => ({ id: 'nobodys' }),
      rightful: 404,
      fresh: true,
      audits: ['security.denied'],
    },
  } satisfies Record<string, Recipe>).map(([name, recipe]) => [`filer.${name}`, recipe])
)

export const IDENTITY_RECIPES: Readonly<Record<string, Recipe>> = {
  'forgot.show': { send: 'page', rightful: 200 },
  'reset.show': { send: 'page', params: (side) => ({ token: side.ids.resetToken }), rightful: 200, foreign: 200 },
  'not_me.show': { send: 'page', params: () => ({ token: 'lf_dev_nobodys' }), rightful: 200 },
  ...ofOperators,
  ...ofFilers,
  ...shared('manager'),
  'account.passkeys.destroy': {
    as: 'manager',
    send: 'json',
    params: (side) => ({ id: side.ids.passkey }),
    rightful: 404,
    fresh: true,
    audits: ['security.denied'],
  },
  'account.sessions.destroy': {
    as: 'manager',
    send: 'json',
    params: sessionOf,
    rightful: 303,
    fresh: true,
    audits: ['session.ended'],
  },
  'forgot.store': {
    send: 'json',
    body: () => ({ email: 'auditor@example.test' }),
    rightful: 303,
    audits: ['password.reset_asked'],
  },
  'reset.store': {
    send: 'json',
    params: (side) => ({ token: side.ids.resetToken }),
    // Too short on purpose: the link is good, and the person of the test world keeps the password.
    body: () => ({ password: 'short' }),
    rightful: 303,
    foreign: 303,
  },
  'not_me.store': { send: 'json', params: () => ({ token: 'lf_dev_nobodys' }), rightful: 303 },
}

const PROOF = 'a proof is audited by the act it was for'
const OPTIONS = 'a challenge opens nothing by itself'
const NOT_MADE = 'what does not fit sets nothing up; what does is in the functional tests'
const OWN: Record<string, string> = {
  'second_factor.password': PROOF,
  'second_factor.passkey_options': OPTIONS,
  'second_factor.totp.store': NOT_MADE,
  'second_factor.passkeys.options': OPTIONS,
  'second_factor.passkeys.store': NOT_MADE,
}
export const IDENTITY_UNAUDITED: Readonly<Record<string, string>> = {
  ...OWN,
  ...Object.fromEntries(Object.entries(OWN).map(([name, because]) => [`platform.${name}`, because])),
  ...Object.fromEntries(Object.entries(OWN).map(([name, because]) => [`filer.${name}`, because])),
  'not_me.store': 'a link of nobody ends nothing',
  'reset.store': 'refused here; what it does is in the functional tests',
  'platform.account.totp.destroy': 'there is none',
  'platform.account.passkeys.destroy': 'there is none',
  'platform.account.sessions.destroy': 'there is none',
}
