import { ace } from './prepare.mjs'
import { isEnding } from './shutdown.mjs'

const DAY = 24 * 60 * 60 * 1000

/**
 * At every start and once a day as the owner of the database, which neither web nor worker is: the months ahead are made,
 * months that nobody needs are dropped. Returns how to stop it.
 */
export function maintainDaily(home, environment, tell) {
  const maintain = () =>
    ace(home, environment, ['partitions:maintain'], () => {}).catch((error) => {
      if (!isEnding()) tell(`partitions were not maintained: ${error.message}`)
    })
  void maintain()
  const timer = setInterval(maintain, DAY)
  return async () => clearInterval(timer)
}
