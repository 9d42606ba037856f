import type { Answer } from '#tests/support/visitor'

/** What every answer carries, whatever it is (T06). */
const EVERYWHERE: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'content-security-policy': /default-src 'none'/,
}

/** Names of the headers that an answer lacks. */
export const lacking = ({ headers }: Pick<Answer, 'headers'>) =>
  Object.entries(EVERYWHERE)
    .filter(([name, value]) => !value.test(headers.get(name) ?? ''))
    .map(([name]) => name)
