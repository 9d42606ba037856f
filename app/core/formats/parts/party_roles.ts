import type { PartyRole } from '../../cargo/codes.js'
import type { ProblemCode } from '../../kernel/problem_codes.js'
import type { AnyPlace, FiledAt } from './filed.js'
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
export const flagRole = (
  state: Told,
  role: PartyRole,
  name: FiledAt<string, AnyPlace>,
  consignment: number | undefined
): void => {
  const code = codeOf(role, name.value)
  if (code) state.problems.add(code, { at: name.at, consignment, params: { role } })
}

const codeOf = (role: PartyRole, name: string): ProblemCode | null => {
  if (role === 'notify') return sameAs(name) ? 'SEM-SAME-AS' : null
  if (role === 'consignee' && TO_ORDER.test(name)) return 'SEM-TO-ORDER'
  return (role === 'consignor' || role === 'consignee') && AS_AGENT.test(name) ? 'SEM-AS-AGENT' : null
}
