/** Runs in the sandbox child: never ends, or takes all the memory there is, inside or outside of the heap. */
const kept = []
const [, , how] = process.argv
for (;;) {
  if (how === 'buffers') kept.push(Buffer.alloc(8 * 1024 * 1024, 1))
  if (how === 'output') process.stdout.write('x'.repeat(1024 * 1024))
  if (how === 'buffers' || how === 'output') await new Promise((resolve) => setImmediate(resolve))
}
