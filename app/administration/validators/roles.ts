import vine from '@vinejs/vine'
import { CONFLICTS } from '#platform/access/conflicts'
import { PERMISSIONS } from '#platform/access/permissions'
import { optionalText, requiredText } from './form_fields.js'

export const newRoleValidator = vine.create({
  name: requiredText(60),
  description: optionalText(300),
  from: vine
    .string()
    .trim()
    .regex(/^(?:template:[a-z_]{2,40}|role:[0-9a-f-]{36})$/),
})

export const roleWordsValidator = vine.create({ name: optionalText(60), description: optionalText(300) })

export const termsValidator = vine.create({
  secondFactor: vine.boolean(),
  idleMinutes: vine.number().withoutDecimals().range([0, 10_000]),
  absoluteMinutes: vine.number().withoutDecimals().range([0, 10_000]),
})

const permissions = () =>
  vine
    .array(vine.enum(PERMISSIONS))
    .parse((value) => value ?? [])
    .distinct()
export const permissionsValidator = vine.create({ permissions: permissions(), seen: permissions() })

export const confirmValidator = vine.create({
  hash: vine
    .string()
    .trim()
    .regex(/^[0-9a-f]{64}$/),
})

export const waiverValidator = vine.create({
  conflict: vine.enum(CONFLICTS.filter(({ scope }) => scope === 'person').map(({ code }) => code)),
  reason: vine.string().trim().minLength(10).maxLength(500),
})

export const whoValidator = vine.create({
  permission: vine.string().parse((value) => (PERMISSIONS.some((each) => each === value) ? value : PERMISSIONS[0])),
  print: vine.string().parse((value) => (value === '1' ? '1' : '')),
})
