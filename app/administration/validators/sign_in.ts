import vine from '@vinejs/vine'

/** The password stays exactly as typed (T02). */
export const signInValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(1024),
})
