import { onMounted, onUnmounted } from 'vue'

export interface KeyBinding {
  /** `j`, `?`, `Enter`, `ctrl+k`, or a sequence `g a`. Letters are lower case. */
  keys: string
  /** Translation key of what it does, for the list under `?`; none: not listed. */
  does?: string
  run: (event: KeyboardEvent) => void
  /** Works while typing too (only for chords with Ctrl). */
  always?: boolean
}

const stack: KeyBinding[][] = []
let pending = ''
let listening = false

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
  !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type))

const inFloating = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null

const nameOf = (event: KeyboardEvent) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key
}

const find = (name: string) => {
  for (const bindings of [...stack].reverse()) {
    const found = bindings.find((binding) => binding.keys === name)
    if (found) return found
  }
  return undefined
}

const startsSequence = (name: string) =>
  stack.some((bindings) => bindings.some(({ keys }) => keys.startsWith(`${name} `)))

const onKey = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.altKey) return
  const name = nameOf(event)
  const free = !typing(event.target) && !inFloating(event.target)
  const binding = find(pending ? `${pending} ${name}` : name)
  pending = ''
  if (binding && (free || binding.always)) {
    // A focused button or link keeps its own Enter and Space.
    if (name === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, summary')) return
    event.preventDefault()
    binding.run(event)
  } else if (free && startsSequence(name)) pending = name
}

/** Binds keys while the component is on the page; the newest binding wins. Off while typing. */
export const useKeys = (bindings: KeyBinding[]) => {
  onMounted(() => {
    stack.push(bindings)
    if (!listening) document.addEventListener('keydown', onKey)
    listening = true
  })
  onUnmounted(() => {
    stack.splice(stack.indexOf(bindings), 1)
    if (stack.length > 0) return
    document.removeEventListener('keydown', onKey)
    listening = false
  })
}

/** What `?` shows: newest first, one entry a key. */
export const listKeys = () => {
  const seen = new Map<string, KeyBinding>()
  for (const bindings of [...stack].reverse())
    for (const binding of bindings) if (binding.does && !seen.has(binding.keys)) seen.set(binding.keys, binding)
  return [...seen.values()]
}
