import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'

/** Nothing listens there: whatever a program would send goes nowhere. */
export const closedPort = 'http://127.0.0.1:9'

/** The environment of a program that has never been used on this machine, and can reach nothing. */
export function cleanEnvironment(home, more = {}) {
  mkdirSync(home, { recursive: true })
  const proxy = { HTTP_PROXY: closedPort, HTTPS_PROXY: closedPort, NO_PROXY: '127.0.0.1,localhost' }
  return { PATH: process.env.PATH, HOME: home, CI: '1', NO_COLOR: '1', LANG: 'C.UTF-8', ...proxy, ...more }
}

export const newFolder = (root, name) => mkdtempSync(join(root, `${name}-`))

/** Runs a program to its end. Gives what it printed, and `undefined` for the exit code where it had to be stopped. */
export function runProgram(command, args, { cwd, env, input = '', seconds = 120 }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'pipe' })
    let stdout = ''
    let stderr = ''
    let exitCode
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('error', (error) => {
      stderr += String(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      exitCode = code ?? undefined
      resolve({ stdout, stderr, exitCode })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
