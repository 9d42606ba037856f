import type { PartyRole } from '../../cargo/codes.js'
import type { Filed } from './filed.js'
import type { Told } from './told.js'

const SAME_AS =
  /^(?:THE )?(?:SAME AS|MISMO QUE|IGUAL A(?:L)?)(?: THE| EL)? (CONSIGNEE|CNEE|CONSIGNATARIO|ABOVE|CONSIGNOR|SHIPPER)\b/i
const TO_ORDER = /^(?:UN)?TO (?:THE )?ORDER\b|^A LA ORDEN\b/i
const AS_AGENT = /\bAS AGENTS? (?:FOR|OF)\b|\bON BEHALF OF\b/i

/** The party a "same as consignee" names; `null` for an ordinary name. */
export const sameAs = (name: string): 'consignor' | 'consignee' | null => {
  const found = SAME_AS.exec(name)?.[1]?.toUpperCase()
  if (!found) return null
  return found === 'CONSIGNOR' || found === 'SHIPPER' ? 'consignor' : 'consignee'
}

/** Flags names that name nobody, somebody else, or only the one who acts. */
export const flagRole = (state: Told, role: PartyRole, name: Filed, consignment: number | undefined): void => {
  const details = { at: name.at[0], consignment, params: { role } }
  if (role === 'notify' && sameAs(name.value)) state.problems.add('SEM-SAME-AS', details)
  else if (role === 'consignee' && TO_ORDER.test(name.value)) state.problems.add('SEM-TO-ORDER', details)
  else if ((role === 'consignor' || role === 'consignee') && AS_AGENT.test(name.value)) {
    state.problems.add('SEM-AS-AGENT', details)
  }
}
