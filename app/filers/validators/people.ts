import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { languagesOffered } from '#platform/plugins/translations'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

export const filerListValidator = vine.create({
  sender: nullable(vine.string().uuid().parse(blankIsNull)),
})

export const newFilerValidator = () =>
  vine.create({
    sender: vine.string().uuid(),
    email: vine.string().trim().toLowerCase().email().maxLength(254),
    name: vine.string().trim().minLength(1).maxLength(120),
    locale: vine.enum(languagesOffered().map(({ code }) => code)),
  })
