import { ace } from './prepare.mjs'

const DAY = 24 * 60 * 60 * 1000

/**
 * Once a day as the owner of the database, which neither web nor worker is: the months ahead are made,
 * months that nobody needs are dropped. Returns how to stop it.
 */
export function maintainDaily(home, environment, tell) {
  const maintain = () =>
    ace(home, environment, ['partitions:maintain'], () => {}).catch((error) =>
      tell(`partitions were not maintained: ${error.message}`)
    )
  const timer = setInterval(maintain, DAY)
  return async () => clearInterval(timer)
}
