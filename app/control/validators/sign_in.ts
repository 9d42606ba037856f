import vine from '@vinejs/vine'

export const operatorSignInValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(1024),
})
