import { computed } from 'vue'
import { numberedLocale } from './translator.js'
import { useShared } from './use_shared.js'

const MINUTE = 60_000
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()
const cached = <T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T
): T => {
  const known = cache.get(key) as T | undefined
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

type At = string | number | Date

/** Day before month, 24 hours, SI units: as written on the quay. */
const REGION: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Numbers, weights and times of the reader's language in the administration's time zone. */
export const useFormat = () => {
  const shared = useShared()
  const locale = computed(() => numberedLocale(REGION[shared.value.locale.code] ?? shared.value.locale.code))
  const comma = computed(() => (shared.value.locale.dir === 'rtl' ? '، ' : ', '))
  const zone = computed(() => shared.value.locale.timezone)

  const date = (at: At, options: Intl.DateTimeFormatOptions) =>
    cached(
      `d ${locale.value} ${zone.value} ${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale.value, { timeZone: zone.value, ...options })
    ).format(new Date(at))

  const day = (at: At) => date(at, { year: 'numeric', month: '2-digit', day: '2-digit' })

  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    cached(`n ${locale.value} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale.value, options)).format(
      value
    )

  const relative = (at: At, now: number) => {
    const minutes = Math.round((new Date(at).getTime() - now) / MINUTE)
    const format = cached(
      `r ${locale.value}`,
      () => new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto', style: 'short' })
    )
    if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
    if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), 'hour')
    return format.format(Math.round(minutes / 1440), 'day')
  }

  return {
    number,
    /** Share 0..1; at most one decimal, never rounded to 0 % or 100 % unless exact. */
    percent: (share: number) => {
      const percent = (value: number, digits: number) =>
        number(value, { style: 'percent', maximumFractionDigits: digits })
      if (share > 0 && share < 0.001) return `< ${percent(0.001, 1)}`
      if (share < 1 && share > 0.999) return `> ${percent(0.999, 1)}`
      return percent(share, share < 0.1 || (share > 0.994 && share < 1) ? 1 : 0)
    },
    signed: (value: number) => number(value, { signDisplay: 'exceptZero' }),
    kilograms: (value: number) =>
      number(value, { style: 'unit', unit: 'kilogram', unitDisplay: 'short', maximumFractionDigits: 3 }),
    celsius: (value: number) => number(value, { style: 'unit', unit: 'celsius', unitDisplay: 'short' }),
    bytes: (value: number) =>
      value < 1024
        ? number(value, { style: 'unit', unit: 'byte', unitDisplay: 'long' })
        : value < 1_048_576
          ? number(value / 1024, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })
          : number(value / 1_048_576, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }),
    time: (at: At) => date(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: (at: At) => date(at, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** `Thu 26 Nov 08:00`; no comma games between languages. */
    moment: (at: At) =>
      `${date(at, { weekday: 'short', day: 'numeric', month: 'short' })} ${date(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
    /** `23 Nov 04:12`. */
    stamp: (at: At) =>
      `${date(at, { day: 'numeric', month: 'short' })} ${date(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
    /** Time alone today, with the day otherwise. */
    short: (at: At, now: number) =>
      day(at) === day(now)
        ? date(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
        : `${date(at, { weekday: 'short' })} ${date(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
    full: (at: At) =>
      date(at, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    relative,
    /** Whose clock a time that is asked for goes by. */
    zone: () => zone.value.replaceAll('_', ' '),
    comma: () => comma.value,
    join: (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(comma.value),
  }
}
