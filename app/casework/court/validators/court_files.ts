import vine from '@vinejs/vine'
import { CORE_LOCALES } from '#platform/plugins/translations'
import { LAWFUL_BASES } from '../../lawful_bases.js'
import { COURT_PURPOSES, LONGEST_RECIPIENT, LONGEST_REFERENCE } from '../codes.js'

export const courtFileValidator = vine.create({
  locale: vine.enum(CORE_LOCALES),
  basis: vine.enum(LAWFUL_BASES),
  reference: vine.string().trim().minLength(3).maxLength(LONGEST_REFERENCE),
  purpose: vine.enum(COURT_PURPOSES),
  recipient: vine.string().trim().minLength(2).maxLength(LONGEST_RECIPIENT),
  withNotes: vine.boolean(),
})
