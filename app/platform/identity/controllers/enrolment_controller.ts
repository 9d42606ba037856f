import type { HttpContext } from '@adonisjs/core/http'
import { now } from '../clock.js'
import { completeSignIn, stepUp } from '../complete_sign_in.js'
import { postLetter } from '../letters.js'
import { addPasskey, passkeyOrigin, registrationOptions } from '../passkeys.js'
import type { Person } from '../person.js'
import { makeRecoveryCodes } from '../recovery_codes.js'
import { sealSeed, unsealSeed } from '../seed.js'
import { addressOf, newSeed, qrCode, spelledSeed, stepOf } from '../totp.js'
import { attestationValidator, codeValidator } from '../validators/factors.js'

/** Setting up factors: forced at sign-in where one is owed, and later by choice with a fresh proof. */
export default class EnrolmentController {
  async show({ inertia, person, gate, session }: HttpContext) {
    // The same seed until it is confirmed: a page loaded again must not spoil what was scanned.
    const kept = session.get('pending_seed') as string | undefined
    const pending = kept ? await unsealSeed(Buffer.from(kept, 'base64'), person.factors) : null
    const seed = pending ?? newSeed()
    if (!pending) session.put('pending_seed', (await sealSeed(seed, person.factors)).toString('base64'))
    return inertia.render('session/enrol', {
      base: person.base,
      forced: gate !== null,
      replaces: (await person.factors.totp()) !== null,
      secret: spelledSeed(seed),
      qr: qrCode(addressOf(seed, person.email)),
      passkeyOrigin,
    })
  }

  async storeTotp(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const { session, person, i18n, response } = ctx
    const kept = session.get('pending_seed') as string | undefined
    const seed = kept ? await unsealSeed(Buffer.from(kept, 'base64'), person.factors) : null
    const step = seed && stepOf(seed, code.replace(/\s/g, ''), now())
    if (!seed || step === null) return response.status(422).json({ errors: { code: i18n.t('identity.wrong_code') } })
    session.forget('pending_seed')
    await person.factors.together(async () => {
      await person.factors.record('factor.added', { kind: 'totp' })
      await person.factors.saveTotp(await sealSeed(seed, person.factors), step)
      await tell(person)
    })
    return enrolled(ctx, 'code')
  }

  async passkeyOptions({ session, person, response }: HttpContext) {
    return response.json(await registrationOptions(session, person.factors, person.email))
  }

  async storePasskey(ctx: HttpContext) {
    const { response: answer, name } = await ctx.request.validateUsing(attestationValidator)
    const { session, person, i18n, response } = ctx
    const added = await addPasskey(session, person.factors, { ...answer, clientExtensionResults: {} }, name)
    if (!added) return response.status(422).json({ errors: { passkey: i18n.t('identity.wrong_passkey') } })
    await tell(person)
    return enrolled(ctx, 'passkey')
  }

  async destroyTotp({ person, response, session }: HttpContext) {
    if (!(await person.factors.totp()))
      return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    await remove(person, 'totp', () => person.factors.removeTotp())
    session.flash('flash', { kind: 'done', sentence: { key: 'identity.done_removed', params: {} } })
    return response.redirect().status(303).toPath(`${person.base}/account`)
  }

  async destroyPasskey({ person, params, response, session }: HttpContext) {
    const id = String(params.id)
    const known = (await person.factors.passkeys()).some((passkey) => passkey.id === id)
    if (!known) return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    await remove(person, 'passkey', () => person.factors.removePasskey(id))
    session.flash('flash', { kind: 'done', sentence: { key: 'identity.done_removed', params: {} } })
    return response.redirect().status(303).toPath(`${person.base}/account`)
  }

  async recoveryCodes({ inertia, person }: HttpContext) {
    return inertia.render('session/recovery_codes', {
      base: person.base,
      home: person.home,
      left: await person.factors.recoveryLeft(),
      codes: null,
    })
  }

  /** The answer itself shows the codes: nothing that opens an account waits in a session. */
  async storeRecoveryCodes({ inertia, person }: HttpContext) {
    const codes = await makeRecoveryCodes(person.factors)
    return inertia.render('session/recovery_codes', { base: person.base, home: person.home, left: codes.length, codes })
  }
}

async function enrolled(ctx: HttpContext, method: 'code' | 'passkey') {
  if (ctx.gate) await completeSignIn(ctx, ctx.person, method)
  else stepUp(ctx, true)
  const left = await ctx.person.factors.recoveryLeft()
  return ctx.response.json({ next: `${ctx.person.base}${left > 0 ? '/account' : '/second-factor/recovery-codes'}` })
}

async function remove(person: Person, kind: 'totp' | 'passkey', work: () => Promise<boolean>) {
  await person.factors.together(async () => {
    await person.factors.record('factor.removed', { kind })
    await work()
    await tell(person)
  })
}

const tell = async (person: Person) => {
  if (person.kind === 'officer') await postLetter(person.id, 'factor_changed')
}
