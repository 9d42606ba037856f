import { startAuthentication } from '@simplewebauthn/browser'
import { ref } from 'vue'
import { RequestRefused, requestJson } from '../../composables/use_request.js'
import { useT } from '../../composables/use_t.js'

/** Passkeys are offered where this very page stands at the address they are bound to. */
export const passkeysHere = (origin: string | null) =>
  origin !== null && window.isSecureContext && window.location.origin === origin && 'PublicKeyCredential' in window

/** Sends one proof; `next` is where the server would go from here. */
export const useProof = (base: () => string, proven: (next: string) => unknown) => {
  const { t } = useT()
  const busy = ref(false)
  const fault = ref<string | undefined>()

  const attempt = async (work: () => Promise<{ next: string }>) => {
    busy.value = true
    fault.value = undefined
    try {
      await proven((await work()).next)
    } catch (error) {
      fault.value = sentence(error)
    } finally {
      busy.value = false
    }
  }

  const sentence = (error: unknown) => {
    if (error instanceof RequestRefused) {
      const { errors, message } = error.body
      const first = errors && Object.values(errors)[0]
      return first ?? (message ? t(message.key, message.params) : t('common.refused_status', { status: error.status }))
    }
    // The browser's own dialog was closed, or no key of this device fits.
    return error instanceof TypeError ? t('common.no_connection') : t('identity.passkey_stopped')
  }

  return {
    busy,
    fault,
    code: (code: string) => attempt(() => requestJson('POST', `${base()}/second-factor/code`, { code })),
    password: (password: string) =>
      attempt(() => requestJson('POST', `${base()}/second-factor/password`, { password })),
    passkey: () =>
      attempt(async () => {
        const optionsJSON = await requestJson<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
          'POST',
          `${base()}/second-factor/passkey-options`,
          {}
        )
        const response = await startAuthentication({ optionsJSON })
        return requestJson('POST', `${base()}/second-factor/passkey`, { response })
      }),
  }
}
