import fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { describe, expect, it } from 'vitest'
import { type Glob, isGlob, isInside, matches, parseGlob, witness } from './index.ts'

const glob = (pattern: string): Glob => {
  const parsed = parseGlob(pattern)
  if (!isGlob(parsed)) throw new Error(`${pattern}: ${parsed.problem}`)
  return parsed
}

describe('the dialect', () => {
  it.each([
    ['src', ['src', 'src/a', 'src/a/b.ts'], ['srcs', 'a/src']],
    ['src/', ['src/a'], ['src']],
    ['/src', ['src/a'], []],
    ['./src/a.ts', ['src/a.ts'], ['src/b.ts']],
    ['src\\a', ['src/a/b'], []],
    ['*.ts', ['a.ts', 'x/y/a.ts', '.ts'], ['a.tsx']],
    ['/*.ts', ['a.ts'], ['x/a.ts']],
    ['./*.ts', ['a.ts'], ['x/a.ts']],
    ['src/*.ts', ['src/a.ts', 'src/.ts'], ['src/x/a.ts', 'a.ts']],
    ['src/*', ['src/a'], ['src/a/b', 'src']],
    ['src/**', ['src/a', 'src/a/b'], ['src', 'source/a']],
    ['src/**/x', ['src/x', 'src/a/b/x', 'src/x/in-it'], ['src/xx']],
    ['**/test/**', ['test/a', 'a/test/b/c'], ['test', 'atest/b']],
    ['a?c', ['abc', 'x/abc'], ['ac', 'a/c']],
    ['a/[bc]d', ['a/bd', 'a/cd'], ['a/ad']],
    ['a/[!bc]d', ['a/xd'], ['a/bd', 'a//d']],
    ['app/[locale]/x', ['app/de/x', 'app/de/x/y'], ['app/x', 'app/d/e/x']],
    ['docs/<id>.md', ['docs/7.md'], ['docs/.md', 'docs/a/7.md']],
    ['notes/{date}/a', ['notes/today/a'], ['notes/a']],
    ['notes/{{date}}/a', ['notes/today/a'], []],
    ['src/{a,b}', ['src/a/x', 'src/b'], ['src/c']],
    ['src/{a,b/{c,d}}/*.ts', ['src/a/x.ts', 'src/b/d/x.ts'], ['src/b/x.ts']],
    ['v{1..3}', ['v2', 'x/v3'], ['v4']],
    ['a/.../z', ['a/z', 'a/b/c/z'], []],
    ['.github/**', ['.github/workflows/ci.yml'], ['github/a']],
  ])('%s', (pattern, meant, other) => {
    expect(meant.filter((path) => !matches(glob(pattern), path))).toEqual([])
    expect(other.filter((path) => matches(glob(pattern), path))).toEqual([])
  })

  it.each([
    ['../a', 'outside'],
    ['a/../b', 'outside'],
    ['C:\\a', 'absolute'],
    ['~/a', 'absolute'],
    ['!a', 'negated'],
    ['', 'empty'],
    ['/', 'empty'],
    ['a/{b', 'unbalanced'],
    ['a/[b', 'unbalanced'],
    ['x'.repeat(1001), 'too-long'],
  ])('%j is no pattern: %s', (pattern, problem) => {
    expect(parseGlob(pattern)).toEqual({ problem })
  })
})

describe('witnesses', () => {
  it.each([
    ['src/**', '**/*.ts', [], 'src/x.ts'],
    ['src/api', 'src', [], 'src/api'],
    ['src', 'src/api/**', ['src/api'], undefined],
    ['a/*/c', 'a/b/*', [], 'a/b/c'],
    ['src/a', 'src/ab', [], undefined],
    ['*.d.ts', 'src/parser/**', [], 'src/parser/x.d.ts'],
    ['src/[a-m]*', 'src/[n-z]*', [], undefined],
    ['src/{a,b}/**', 'src/**', ['src/a/', 'src/b/**'], undefined],
    ['src/{a,b}/**', 'src/**', ['src/a/'], 'src/b/x'],
  ])('%s and %s, less %j', (a, b, less, expected) => {
    const found = witness([glob(a), glob(b)], less.map(glob))
    expect(typeof found === 'string' ? undefined : found.path).toBe(expected)
  })

  it('take no time for patterns made to take it', () => {
    const start = performance.now()
    witness([glob('*a'.repeat(200)), glob('a*'.repeat(200))], [])
    witness([glob('{a,b}'.repeat(150)), glob('**/*c*')], [])
    witness([glob('**/a/'.repeat(60)), glob('**/b/'.repeat(60))], [glob('**/*a*b*')])
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

const name = fc.stringMatching(/^[ab.]{1,2}$/).filter((text) => !/^\.+$/.test(text))
const part = fc.oneof(
  { weight: 4, arbitrary: name },
  fc.constantFrom('*', '**', '?', '*a', 'a*', '*.b', 'a[ab]', '[!a]b', '{a,b}', '{a,b*}', 'a?', 'b{a,b}'),
)
const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))

/** Our pattern in the words of minimatch: what it leaves open is spelt out. */
function asOracle(ours: string): string[] {
  const last = ours.slice(ours.lastIndexOf('/') + 1)
  const rooted = !ours.includes('/') && /[*?[\]{}]/.test(ours) && ours !== '**' ? `**/${ours}` : ours
  const below = /[*?[]/.test(last) ? [] : [`${rooted}/**`]
  return last === '**' ? [`${rooted}/*`] : [rooted, ...below]
}

const compiled = new Map<string, readonly Minimatch[]>()

function oracle(ours: string, file: string): boolean {
  let expressions = compiled.get(ours)
  if (expressions === undefined) {
    const options = { dot: true, nocomment: true, nonegate: true, noext: true }
    expressions = asOracle(ours).map((one) => new Minimatch(one, options))
    compiled.set(ours, expressions)
  }
  return expressions.some((expression) => expression.match(file))
}

// `AGENT_LINT_RUNS=100000 npx vitest run src/globs` looks longer.
const runs = Number(process.env.AGENT_LINT_RUNS ?? 5000)
const some = [...new Set(fc.sample(path, { numRuns: 400, seed: 7 }))]

describe('compared with minimatch', () => {
  it('means the same files', () => {
    fc.assert(
      fc.property(pattern, path, (ours, file) => matches(glob(ours), file) === oracle(ours, file)),
      { numRuns: runs },
    )
  })

  it('finds a file that both mean where there is one, and only then', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(pattern, { maxLength: 2 }), (a, b, less) => {
        const found = witness([glob(a), glob(b)], less.map(glob))
        const isBoth = (file: string): boolean =>
          oracle(a, file) && oracle(b, file) && !less.some((one) => oracle(one, file))
        if (found === 'undecided') return false
        return found === 'none' ? !some.some(isBoth) : isBoth(found.path)
      }),
      { numRuns: runs },
    )
  })

  it('knows what lies inside of what', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const inside = isInside(glob(a), [glob(b)])
        return inside ? !some.some((file) => oracle(a, file) && !oracle(b, file)) : true
      }),
      { numRuns: Math.min(runs, 20_000) },
    )
  })
})
