/**
 * Several speakers, one readable text: who came first is heard as he speaks, what the others say
 * meanwhile is read out in their turn.
 * @param {(words: string|Buffer) => void} write
 */
export function openFloor(write) {
  const speakers = []
  const hear = () => {
    while (speakers.length > 0) {
      const [first] = speakers
      for (const words of first.unheard.splice(0)) write(words)
      if (!first.done) return
      speakers.shift()
    }
  }
  const leave = (speaker) => {
    speaker.done = true
    hear()
  }
  return {
    enter() {
      const speaker = { unheard: [], done: false }
      speakers.push(speaker)
      return {
        say(words) {
          speaker.unheard.push(words)
          hear()
        },
        leave: () => leave(speaker),
      }
    },
    /** At an early end: nothing that was said stays unheard. */
    close: () => [...speakers].forEach(leave),
  }
}
