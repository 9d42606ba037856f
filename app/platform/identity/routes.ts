import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const SecondFactorController = () => import('./controllers/second_factor_controller.js')
const EnrolmentController = () => import('./controllers/enrolment_controller.js')
const AccountController = () => import('./controllers/account_controller.js')

/**
 * What a session reaches before its second factor, and with it once more to prove who is there.
 * The room gives them its prefix, its stack that lets owing sessions in, and its names.
 */
export const owingRoutes = () => {
  router.get('/second-factor', [SecondFactorController, 'show']).as('second_factor.show')
  router.get('/second-factor/ways', [SecondFactorController, 'ways']).as('second_factor.ways')
  router.post('/second-factor/code', [SecondFactorController, 'code']).as('second_factor.code')
  router.post('/second-factor/password', [SecondFactorController, 'password']).as('second_factor.password')
  router
    .post('/second-factor/passkey-options', [SecondFactorController, 'passkeyOptions'])
    .as('second_factor.passkey_options')
  router.post('/second-factor/passkey', [SecondFactorController, 'passkey']).as('second_factor.passkey')
  router
    .group(() => {
      router.get('/second-factor/enrol', [EnrolmentController, 'show']).as('second_factor.enrol')
      router.post('/second-factor/enrol/code', [EnrolmentController, 'storeTotp']).as('second_factor.totp.store')
      router
        .post('/second-factor/enrol/passkey-options', [EnrolmentController, 'passkeyOptions'])
        .as('second_factor.passkeys.options')
      router
        .post('/second-factor/enrol/passkey', [EnrolmentController, 'storePasskey'])
        .as('second_factor.passkeys.store')
    })
    .use(middleware.enrolling())
}

/** An own account; what changes how one signs in asks for a fresh proof. */
export const accountRoutes = () => {
  router.get('/account', [AccountController, 'show']).as('account.show')
  router.put('/account/name', [AccountController, 'rename']).as('account.rename')
  router.put('/account/password', [AccountController, 'password']).as('account.password').use(middleware.fresh())
  router
    .group(() => {
      router.delete('/account/authenticator', [EnrolmentController, 'destroyTotp']).as('account.totp.destroy')
      router.delete('/account/passkeys/:id', [EnrolmentController, 'destroyPasskey']).as('account.passkeys.destroy')
      router.get('/second-factor/recovery-codes', [EnrolmentController, 'recoveryCodes']).as('account.recovery.show')
      router
        .post('/second-factor/recovery-codes', [EnrolmentController, 'storeRecoveryCodes'])
        .as('account.recovery.store')
    })
    .use(middleware.fresh())
  router.delete('/account/sessions/:id', [AccountController, 'endSession']).as('account.sessions.destroy')
  router.delete('/account/sessions', [AccountController, 'endOthers']).as('account.sessions.destroy_others')
}
