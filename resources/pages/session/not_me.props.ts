/** GET `/a/<code>/not-me/<token>`: looking at it ends nothing. */
export interface NotMeProps {
  signInPath: string
  path: string
  good: boolean
}
