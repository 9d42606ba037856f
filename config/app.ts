import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'

export const appUrl = env.get('APP_URL')

/** Development pages and `demo:*` commands exist only here (DECISIONS 12). */
export const developmentSurface = env.get('LANDFALL_INSTALLATION') !== 'empty'

/** Everything under it is the operators' console, with cookies of its own. */
export const CONSOLE_PATH = '/platform'

/** Plain HTTP cookies only on loopback, switched on by the start script. */
export const secureCookies = env.get('LANDFALL_INSECURE_LOCAL') !== true

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  redirect: { allowedHosts: [], forwardQueryString: false },
  qs: {
    parse: { depth: 2, parameterLimit: 100, allowSparse: false, arrayLimit: 20, comma: false },
    stringify: { encode: true, encodeValuesOnly: false, arrayFormat: 'indices', skipNulls: false },
  },
  cookie: { domain: '', path: '/', maxAge: '12h', httpOnly: true, secure: secureCookies, sameSite: 'strict' },
})
