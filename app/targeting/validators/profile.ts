import vine from '@vinejs/vine'
import { THREATS } from '#core/indicators/definition'
import { blank, seen } from './form_fields.js'

export const newProfileValidator = vine.create({
  name: vine.string().trim().minLength(3).maxLength(120),
  threat: vine.enum(THREATS),
})

/** The document is checked member by member by core (`checkProfile`), which refuses what it does not know. */
const document = () => vine.object({}).allowUnknownProperties()

/** `base` is the newest revision the author saw. */
export const newRevisionValidator = vine.create({
  document: document(),
  note: vine.string().parse(blank).trim().maxLength(500),
  base: seen(),
})

export const describeValidator = vine.create({ document: document() })

export const revisionQueryValidator = vine.create({ revision: seen() })
