import vine from '@vinejs/vine'
import { languagesOffered } from '#platform/plugins/translations'
import { OFFICER_STATES } from '../queries/users/list_users.js'
import { ids, optionalId, optionalText, pageNumber, requiredText } from './form_fields.js'

/** A filter that says nothing we know is no filter. */
export const userFilterValidator = vine.create({
  q: optionalText(100),
  role: optionalId(),
  unit: optionalId(),
  state: vine.string().parse((value) => (OFFICER_STATES.some((state) => state === value) ? value : '')),
  page: pageNumber(),
})

export const inviteValidator = () =>
  vine.create({
    email: vine.string().trim().toLowerCase().email().maxLength(254),
    name: requiredText(120),
    locale: vine.enum(languagesOffered().map(({ code }) => code)),
    roles: ids(),
    units: ids(),
    sites: ids(),
    samePersonAs: optionalId(),
  })

export const rolesValidator = vine.create({ roles: ids(), seen: ids() })
export const placesValidator = vine.create({ units: ids(), sites: ids() })

/** The password stays exactly as typed (T02). */
export const acceptanceValidator = vine.create({
  name: requiredText(120),
  password: vine.string().maxLength(1024),
  passwordAgain: vine.string().maxLength(1024),
})
