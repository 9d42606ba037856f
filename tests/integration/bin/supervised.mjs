/** Announces itself as our processes do, and stays until it is told to go. */
process.send({ isAdonisJS: true })
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1000)
