import vine from '@vinejs/vine'

export const forgotValidator = vine.create({ email: vine.string().trim().toLowerCase().maxLength(254) })
/** Exactly as typed (T02). */
export const resetValidator = vine.create({ password: vine.string().maxLength(1024) })
