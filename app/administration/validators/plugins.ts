import vine from '@vinejs/vine'

/** Values are checked field by field against what the plugin says of its settings (`unfitSettings`). */
export const settingsValidator = vine.create({
  values: vine.object({}).allowUnknownProperties(),
  seen: vine.number().withoutDecimals().min(1).max(1_000_000),
})
