import vine from '@vinejs/vine'
import { THREATS } from '#core/indicators/definition'

export const newProfileValidator = vine.create({
  name: vine.string().trim().minLength(3).maxLength(120),
  threat: vine.enum(THREATS),
})

/** The document is checked member by member by core (`checkProfile`), which refuses what it does not know. */
const document = () => vine.object({}).allowUnknownProperties()

/** `base` is the revision the author saw; without it, the newest when the request arrives. */
export const newRevisionValidator = vine.create({
  document: document(),
  note: vine.string().trim().maxLength(500).nullable().optional(),
  base: vine.number().positive().withoutDecimals().optional(),
})

export const describeValidator = vine.create({ document: document() })

export const revisionQueryValidator = vine.create({
  revision: vine
    .number()
    .positive()
    .withoutDecimals()
    .max(1_000_000)
    .parse((value) => (/^[1-9]\d{0,5}$/.test(String(value)) ? value : undefined))
    .optional(),
})
