import { describe, expect, it } from 'vitest'
import { progressLine } from './progress-line.ts'

const escapeCharacter = String.fromCharCode(27)

function watch(isTTY: boolean, variables: Readonly<Record<string, string>>, times: readonly number[]): string[] {
  const written: string[] = []
  const output = { isTTY, write: (text: string) => written.push(text) }
  const clock = [0, ...times]
  const environment = { argv: [], cwd: '/', variables, stdout: output, stderr: output }
  const line = progressLine(environment, () => clock.shift() ?? 0)
  for (const i of times.keys()) line?.progress(i + 1, 8)
  line?.clear()
  return written
}

describe('progress', () => {
  it('is silent for half a second, then changes ten times a second, and leaves nothing behind', () => {
    expect(watch(true, {}, [100, 499])).toEqual([])
    expect(watch(true, {}, [100, 499, 500, 520, 599, 600])).toEqual([
      `\r37 % of 4 files${escapeCharacter}[K`,
      `\r75 % of 4 files${escapeCharacter}[K`,
      `\r${escapeCharacter}[K`,
    ])
  })

  it.each([
    [false, {}],
    [true, { CI: 'true' }],
    [true, { CI: '1' }],
    [true, { PRE_COMMIT: '1' }],
    [true, { TERM: 'dumb' }],
  ])('is for a person who watches (%s %j)', (isTTY, variables) => {
    expect(watch(isTTY, variables, [600, 700])).toEqual([])
  })

  it('takes `CI=false` at its word', () => {
    expect(watch(true, { CI: 'false' }, [600])).not.toEqual([])
  })
})
