import { defineConfig } from '@adonisjs/auth'
import { sessionGuard } from '@adonisjs/auth/session'
import type { Authenticators, InferAuthenticators, InferAuthEvents } from '@adonisjs/auth/types'
import { configProvider } from '@adonisjs/core'

const authConfig = defineConfig({
  default: 'officer',
  guards: {
    officer: sessionGuard({
      useRememberMeTokens: false,
      provider: configProvider.create(async () => {
        const { OfficerProvider } = await import('#platform/access/officer_provider')
        return new OfficerProvider()
      }),
    }),
    filer: sessionGuard({
      useRememberMeTokens: false,
      provider: configProvider.create(async () => {
        const { FilerProvider } = await import('#platform/access/filer_provider')
        return new FilerProvider()
      }),
    }),
    operator: sessionGuard({
      useRememberMeTokens: false,
      provider: configProvider.create(async () => {
        const { OperatorProvider } = await import('#platform/access/operator_provider')
        return new OperatorProvider()
      }),
    }),
  },
})
export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
