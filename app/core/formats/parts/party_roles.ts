import type { PartyRole } from '../../cargo/codes.js'
import type { ProblemCode } from '../../kernel/problem_codes.js'
import type { AnyPlace, FiledAt } from './filed.js'
import type { Told } from './told.js'

const SAME_AS =
  /^(?:THE )?(?:SAME AS|MISMO QUE|IGUAL A(?:L)?)(?: THE| EL)? (CONSIGNEE|CNEE|CONSIGNATARIO|ABOVE|CONSIGNOR|SHIPPER)\b/i
const TO_ORDER = /^(?:UN)?TO (?:THE )?ORDER\b|^A LA ORDEN\b/i
const AS_AGENT = /\bAS AGENTS? (?:FOR|OF)\b|\bON BEHALF OF\b/i

/** A bank, by how banks are called: not a river's, nor one of food. */
const BANK =
  /^(?:THE )?(?:BANK OF|BANCO|BANQUE|BANCA)\b|^(?!.*\b(?:FOOD|BLOOD|SEED|POWER|WEST|EAST|NORTH|SOUTH|LEFT|RIGHT|RIVER) BANK\b).*\bBANK(?:,? (?:LTD|LIMITED|PLC|N\.?A|S\.?A|AG|INC|CORP|PJSC|BRANCH)\.?)*$/i

/** The party a "same as consignee" names; `null` for an ordinary name. */
export const sameAs = (name: string): 'consignor' | 'consignee' | null => {
  const found = SAME_AS.exec(name)?.[1]?.toUpperCase()
  if (!found) return null
  return found === 'CONSIGNOR' || found === 'SHIPPER' ? 'consignor' : 'consignee'
}

/** Flags names that name nobody, somebody else, only the one who acts, or only the one who pays. */
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
  if (role === 'notify' && sameAs(name)) return 'SEM-SAME-AS'
  if (role === 'consignee' && TO_ORDER.test(name)) return 'SEM-TO-ORDER'
  if ((role === 'consignor' || role === 'consignee') && AS_AGENT.test(name)) return 'SEM-AS-AGENT'
  return (role === 'consignee' || role === 'notify') && BANK.test(name) ? 'SEM-BANK' : null
}
