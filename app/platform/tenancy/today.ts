/** The day it is in a time zone, `yyyy-mm-dd`: editions of code lists begin on days of the administration. */
export const todayIn = (timezone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date()
  )
