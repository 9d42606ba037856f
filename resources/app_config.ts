/** Theme of Nuxt UI's own components: its variants in the tokens of `css/app.css`. */
export const appConfig = {
  colors: {
    primary: 'accent',
    neutral: 'mist',
    success: 'ok',
    warning: 'amber',
    error: 'red',
    info: 'accent',
    secondary: 'accent',
  },
  button: {
    slots: {
      base: 'min-h-[30px] rounded-[6px] text-body font-[550] gap-2 cursor-pointer focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-2',
      leadingIcon: 'size-4',
    },
    compoundVariants: [
      {
        color: 'primary',
        variant: 'solid',
        class: 'bg-accent-fill text-white hover:bg-accent-fill/90 active:bg-accent-fill/90',
      },
      { color: 'neutral', variant: 'outline', class: 'bg-surface text-ink ring-line-strong hover:bg-sunken' },
      { color: 'neutral', variant: 'ghost', class: 'text-ink-2 hover:bg-sunken hover:text-ink' },
    ],
    defaultVariants: { size: 'sm' },
  },
  input: { slots: { root: 'w-full', base: 'rounded-[6px] text-body ring-control' }, defaultVariants: { size: 'md' } },
  textarea: { slots: { root: 'w-full', base: 'rounded-[6px] text-body ring-control' } },
  select: { slots: { base: 'rounded-[6px] text-body ring-control w-full', item: 'text-body' } },
  formField: {
    slots: {
      label: 'text-label font-[550] text-ink-2',
      help: 'text-note text-ink-3',
      error: 'text-label text-high-ink',
    },
  },
  modal: { slots: { content: 'bg-surface ring-line-strong rounded-[8px]' } },
  slideover: { slots: { content: 'bg-surface ring-line' } },
  dropdownMenu: {
    slots: { content: 'bg-surface ring-line-strong min-w-48' },
    variants: {
      size: { md: { item: 'p-1.5 text-body gap-2', itemLeadingIcon: 'size-4', itemTrailingIcon: 'size-4' } },
    },
  },
  commandPalette: { slots: { item: 'text-body', label: 'text-label text-ink-3' } },
  toast: {
    slots: {
      root: 'bg-ink text-surface ring-0 rounded-[8px]',
      title: 'text-surface text-body font-[550]',
      description: 'text-surface/80',
      icon: 'text-surface',
    },
  },
}
