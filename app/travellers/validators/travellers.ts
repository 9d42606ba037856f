import vine from '@vinejs/vine'

const blank = (value: unknown) => value ?? ''
const seen = () => vine.number().withoutDecimals().min(0).max(1_000_000)

/** To read, an administration names its law, and says that it read what that means. */
export const switchOnValidator = vine.create({
  basis: vine.string().trim().minLength(10).maxLength(1000),
  confirmed: vine.accepted(),
  seen: seen(),
})

export const switchOffValidator = vine.create({
  basis: vine.string().parse(blank).trim().maxLength(1000),
  seen: seen(),
})
