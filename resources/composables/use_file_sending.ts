import { useForm } from '@inertiajs/vue3'
import { computed } from 'vue'
import { usePath } from './use_shared.js'

/** Sends a file as soon as it is chosen; its input is empty afterwards, so that the same file can be chosen again. */
export const useFileSending = (address: () => string) => {
  const path = usePath()
  const form = useForm<{ file: File | null }>({ file: null })
  const refused = computed(() => {
    const errors = form.errors as Record<string, string | undefined>
    return errors.file ?? errors.edition ?? null
  })
  const send = (event: Event) => {
    const input = event.target as HTMLInputElement
    form.file = input.files?.[0] ?? null
    if (!form.file) return
    form.post(path(address()), {
      forceFormData: true,
      preserveScroll: true,
      onFinish: () => {
        form.reset()
        input.value = ''
      },
    })
  }
  return { send, sending: computed(() => form.processing), refused }
}
