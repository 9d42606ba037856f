import Filer from './filer.vue'
import Officer from './officer.vue'
import Operator from './operator.vue'
import Plain from './plain.vue'
import Shell from './shell.vue'

const PLAIN = /(^|\/)sign_in$|^session\/(second_factor|enrol|recovery_codes|forgot|reset|not_me|invitation)$|^errors\//

/** Every page stands in the shell; sign-in and errors without a menu, operators and filers with their own. */
export const layoutsOf = (page: string) => {
  if (page.startsWith('dev/')) return [Shell]
  if (PLAIN.test(page)) return [Shell, Plain]
  if (page.startsWith('filer/')) return [Shell, Filer]
  return [Shell, page.startsWith('platform/') ? Operator : Officer]
}
