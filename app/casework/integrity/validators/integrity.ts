import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const day = () => nullable(vine.string().regex(DAY).parse(blankIsNull))

/** Tables of the page, each a file of its own. */
export const INTEGRITY_TABLES = ['assignments', 'consignees', 'filers', 'overrides'] as const
export type IntegrityTable = (typeof INTEGRITY_TABLES)[number]

export const integrityValidator = vine.create({ from: day(), to: day() })
export const integrityFileValidator = vine.create({ from: day(), to: day(), table: vine.enum(INTEGRITY_TABLES) })
