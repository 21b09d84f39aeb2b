// Loaded into the program before it starts: counts the system calls that it writes files with, and ends it, as a power cut would,
// at the one that KILL_AT names. Half of what is being written gets out. Without KILL_AT, the count goes to COUNT_TO.
const fs = require('node:fs')

const killAt = Number(process.env.KILL_AT)
const original = { ...fs }
const written = new Set()
let calls = 0

function point(beforeEnd) {
  calls++
  if (calls !== killAt) return
  beforeEnd?.()
  process.kill(process.pid, 'SIGKILL')
}

const isForWriting = (flags) =>
  typeof flags === 'string' || (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0

fs.openSync = (path, flags, mode) => {
  if (!isForWriting(flags)) return original.openSync(path, flags, mode)
  point()
  const descriptor = original.openSync(path, flags, mode)
  written.add(descriptor)
  return descriptor
}

fs.writeSync = (descriptor, bytes, offset, length, position) => {
  if (!written.has(descriptor)) return original.writeSync(descriptor, bytes, offset, length, position)
  point()
  point(() => original.writeSync(descriptor, bytes, offset, length >> 1, position))
  return original.writeSync(descriptor, bytes, offset, length, position)
}

for (const name of ['fchmodSync', 'ftruncateSync', 'fsyncSync', 'renameSync']) {
  fs[name] = (...parameters) => {
    point()
    return original[name](...parameters)
  }
}

fs.rmSync = (...parameters) => {
  point()
  return original.rmSync(...parameters)
}

fs.closeSync = (descriptor) => {
  if (written.delete(descriptor)) point()
  return original.closeSync(descriptor)
}

process.on('exit', () => {
  if (process.env.COUNT_TO !== undefined) original.writeFileSync(process.env.COUNT_TO, String(calls))
})
