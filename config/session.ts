import { defineConfig } from '@adonisjs/session'
import { configProvider } from '@adonisjs/core'
import { secureCookies } from './app.js'

/**
 * Server-side sessions in `control.sessions`; the cookie carries a signed id only (T04).
 * `__Host-` needs Secure, so the insecure local switch drops the prefix with it.
 */
export const cookieNames = {
  officer: secureCookies ? '__Host-lf_app' : 'lf_app',
  filer: secureCookies ? '__Host-lf_filer' : 'lf_filer',
  operator: secureCookies ? '__Host-lf_console' : 'lf_console',
}

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: cookieNames.officer,
  clearWithBrowser: true,
  age: '30m',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'strict' },
  store: 'database',
  stores: {
    database: configProvider.create(async () => {
      const { databaseSessionStore } = await import('#platform/access/session_store')
      return databaseSessionStore
    }),
  },
})
export default sessionConfig
