/** Runs in the sandbox child: tries everything it must not be able to do and says what happened. */
const tried = {}
const attempt = async (name, work) => {
  try {
    await work()
    tried[name] = 'done'
  } catch (error) {
    tried[name] = error?.code ?? error?.name ?? 'refused'
  }
}
const [, , port = '0', target = ''] = process.argv

await attempt('read', async () => (await import('node:fs')).readFileSync('/etc/passwd'))
await attempt('write', async () => (await import('node:fs')).writeFileSync(target, 'x'))
await attempt('exec', async () => (await import('node:child_process')).execFileSync('/bin/true'))
await attempt('worker', async () => {
  const { Worker } = await import('node:worker_threads')
  await new Promise((resolve, reject) => new Worker('0', { eval: true }).on('exit', resolve).on('error', reject))
})
await attempt('eval', async () => Reflect.construct(Function, ['return 1'])())
await attempt('prototype', async () => ({}).__proto__)
await attempt('network', async () => {
  const { connect } = await import('node:net')
  await new Promise((resolve, reject) => connect(Number(port), '127.0.0.1', resolve).on('error', reject))
})
process.stdout.write(JSON.stringify({ tried, environment: Object.keys(process.env) }), () => process.exit(0))
