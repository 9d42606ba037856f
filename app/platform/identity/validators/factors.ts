import vine from '@vinejs/vine'

export const codeValidator = vine.create({ code: vine.string().trim().maxLength(40) })
/** Exactly as typed (T02). */
export const passwordProofValidator = vine.create({ password: vine.string().maxLength(1024) })
const name = () => vine.string().trim().minLength(1).maxLength(60)

const clientData = () => vine.string().maxLength(4096)
export const assertionValidator = vine.create({
  response: vine.object({
    id: vine.string().maxLength(1400),
    rawId: vine.string().maxLength(1400),
    type: vine.literal('public-key'),
    response: vine.object({
      clientDataJSON: clientData(),
      authenticatorData: clientData(),
      signature: vine.string().maxLength(2048),
    }),
  }),
})
export const attestationValidator = vine.create({
  name: name(),
  response: vine.object({
    id: vine.string().maxLength(1400),
    rawId: vine.string().maxLength(1400),
    type: vine.literal('public-key'),
    response: vine.object({ clientDataJSON: clientData(), attestationObject: vine.string().maxLength(16_384) }),
  }),
})
export const nameValidator = vine.create({ name: vine.string().trim().minLength(2).maxLength(120) })
export const changePasswordValidator = vine.create({
  current: vine.string().maxLength(1024),
  password: vine.string().maxLength(1024),
})
