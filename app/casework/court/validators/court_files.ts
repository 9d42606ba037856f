import vine from '@vinejs/vine'
import { CORE_LOCALES } from '#platform/plugins/translations'
import { COURT_PURPOSES, LAWFUL_BASES, LONGEST_RECIPIENT, LONGEST_REFERENCE } from '../codes.js'

export const courtFileValidator = vine.create({
  locale: vine.enum(CORE_LOCALES),
  basis: vine.enum(LAWFUL_BASES),
  reference: vine.string().trim().minLength(3).maxLength(LONGEST_REFERENCE),
  purpose: vine.enum(COURT_PURPOSES),
  recipient: vine.string().trim().minLength(2).maxLength(LONGEST_RECIPIENT),
  withNotes: vine.boolean(),
})
