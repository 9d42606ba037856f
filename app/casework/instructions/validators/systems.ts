import vine from '@vinejs/vine'
import { INSTRUCTION_KINDS, SYSTEM_KINDS } from '../codes.js'

const LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/
const NONE = (value: unknown) => value ?? []

const terms = {
  name: vine.string().trim().minLength(1).maxLength(80),
  kind: vine.enum(SYSTEM_KINDS),
  url: vine.string().trim().minLength(8).maxLength(300),
  hears: vine.array(vine.enum(INSTRUCTION_KINDS)).parse(NONE).distinct().minLength(1),
  ports: vine.array(vine.string().regex(LOCODE)).parse(NONE).distinct().maxLength(100),
  answerMinutes: vine.number().min(1).max(1440).withoutDecimals(),
}

export const newSystemValidator = vine.create(terms)
export const systemValidator = vine.create({ ...terms, enabled: vine.boolean() })
