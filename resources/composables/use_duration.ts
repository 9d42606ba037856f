import { useFormat } from './use_format.js'
import { useT } from './use_t.js'

/** `47 h 48 m`, `54 m`, `3 d 4 h`: the two largest units. */
export const useDuration = () => {
  const { t } = useT()
  return (milliseconds: number) => {
    const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
    if (minutes < 60) return t('common.minutes', { minutes })
    if (minutes < 72 * 60)
      return t('common.hours_minutes', {
        hours: Math.floor(minutes / 60),
        minutes: String(minutes % 60).padStart(2, '0'),
      })
    return t('common.days_hours', { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60) })
  }
}

/** Time since: `0:40`, `11:21`, in days from three days on. */
export const useClock = () => {
  const duration = useDuration()
  return (milliseconds: number) => {
    const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
    return minutes < 72 * 60
      ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
      : duration(milliseconds)
  }
}

/** `3.4 h`. */
export const useHours = () => {
  const { t } = useT()
  const { number } = useFormat()
  return (hours: number) => t('common.hours', { hours: number(hours, { maximumFractionDigits: 1 }) })
}
