const AT_MOST_EVERY = 60_000
let playedAt = 0

/** One soft tone, at most once a minute; silent where the browser does not let a page sound yet. */
export const playTone = () => {
  if (Date.now() - playedAt < AT_MOST_EVERY) return
  playedAt = Date.now()
  const context = new AudioContext()
  const volume = context.createGain()
  const tone = context.createOscillator()
  tone.frequency.value = 660
  volume.gain.setValueAtTime(0.08, context.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.6)
  tone.connect(volume).connect(context.destination)
  tone.onended = () => void context.close()
  tone.start()
  tone.stop(context.currentTime + 0.6)
}
