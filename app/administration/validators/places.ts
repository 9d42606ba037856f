import vine from '@vinejs/vine'
import { THREATS } from '#core/indicators/definition'
import { AGENCY_KINDS } from '../agency_kinds.js'
import { SITE_KINDS } from '../site_kinds.js'
import { requiredText } from './form_fields.js'

const LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/

const code = () =>
  vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9-]{1,19}$/)

const unit = {
  name: requiredText(80),
  ports: vine
    .array(vine.string().regex(LOCODE))
    .parse((value) => value ?? [])
    .distinct()
    .maxLength(100),
  threats: vine
    .array(vine.enum(THREATS))
    .parse((value) => value ?? [])
    .distinct(),
}
const site = {
  name: requiredText(80),
  port: vine
    .string()
    .parse((value) => value ?? '')
    .regex(/^(?:[A-Z]{2}[A-Z2-9]{3})?$/),
  kind: vine.enum(SITE_KINDS),
}

export const newUnitValidator = vine.create({ code: code(), ...unit })
export const unitValidator = vine.create(unit)
export const newSiteValidator = vine.create({ code: code(), ...site })
export const siteValidator = vine.create(site)
const agency = { name: requiredText(80), kind: vine.enum(AGENCY_KINDS) }
export const newAgencyValidator = vine.create({ code: code(), ...agency })
export const agencyValidator = vine.create(agency)
export const memberValidator = vine.create({ officer: vine.string().uuid() })
