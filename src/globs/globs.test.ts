import fc from 'fast-check'
import { braceExpand, Minimatch } from 'minimatch'
import { describe, expect, it } from 'vitest'
import { createBudget, type Glob, isGlob, isInside, matches, parseGlob, witness } from './index.ts'

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
    ['src/**/', ['src/a', 'src/a/b'], ['src']],
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
    ['v{1..3}', ['v2', 'v3/x'], ['v4', 'x/v3']],
    ['v{1..300}/a', ['v1/a', 'v99/a', 'v256/a', 'v300/a'], ['v0/a', 'v301/a', 'v1000/a', 'v01/a']],
    ['v{300..1}/a', ['v7/a'], ['v301/a']],
    ['v{01..12}/a', ['v01/a', 'v12/a'], ['v1/a', 'v13/a']],
    ['v{a..c}/x', ['va/x', 'vc/x'], ['vd/x']],
    ['{a,**}/b', ['b', 'a/b', 'x/y/b'], ['a', 'xb']],
    ['{a/,}**/b', ['b', 'a/b', 'a/x/b', 'x/b'], ['a']],
    ['a/{b,}/c', ['a/b/c', 'a/c'], ['a/b']],
    ['src/{a,*.ts}', ['src/a/x', 'src/x.ts'], ['src/x.ts/y']],
    ['{src/a,b}/c', ['src/a/c', 'b/c/d'], ['src/c']],
    ['{a,b}.ts', ['a.ts'], ['x/a.ts', 'a.ts/x']],
    ['package.json', ['package.json'], ['x/package.json', 'package.json/x.md']],
    ['a/Dockerfile', ['a/Dockerfile'], ['a/Dockerfile/x']],
    ['a/.env', ['a/.env'], ['a/.env/x']],
    ['.github', ['.github/x'], []],
    ['docs/v1.2', ['docs/v1.2/x'], []],
    ['conf.d', ['conf.d/x'], []],
    ['a/[a-z]/x', ['a/b/x'], ['a/bb/x', 'a/1/x']],
    ['a/[0-9a-f]', ['a/b', 'a/7'], ['a/g', 'a/b/c']],
    ['a/[!]]c', ['a/xc'], ['a/]c']],
    ['a/[]x]c', ['a/]c', 'a/xc'], ['a/yc']],
    ['a/[{,}]', ['a/{', 'a/,'], ['a/x']],
    ['app/[...rest]/x', ['app/x', 'app/a/b/x'], ['x']],
    ['app/[[...rest]]', ['app/a/b'], ['app']],
    ['a/?', ['a/😀', 'a/x'], ['a/xx', 'a/😀x']],
    ['a/[😀-😂]', ['a/😁'], ['a/x']],
    ['a\\*b', ['a*b'], ['axb']],
    ['./a/./b', ['a/b'], []],
    ['{x}-y/<a,b>', ['1-y/z'], ['-y/z']],
    ['a/.../z', ['a/z', 'a/b/c/z'], []],
    ['a/.../z.ts', ['a/z.ts', 'a/b/c/z.ts'], ['a/xz.ts']],
    ['…/z.ts', ['z.ts', 'b/c/z.ts'], ['xz.ts']],
    ['**/z.ts', ['z.ts', 'b/c/z.ts'], ['xz.ts']],
    ['**/**/Makefile', ['Makefile', 'a/Makefile'], ['a/xMakefile']],
    ['{a..c}...', ['a...'], ['x/a...']],
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
    ['{a,b}'.repeat(8), 'unbalanced'],
    ['{,./}', 'empty'],
    ['{a,b}'.repeat(6) + 'x'.repeat(200), 'unbalanced'],
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
    ['package.json', '*.md', [], undefined],
    ['src', '*.md', [], 'src/x.md'],
    ['**/a.ts', '**/b.ts', [], undefined],
    ['**/a.ts', 'src/', [], 'src/a.ts'],
    ['**/a.ts', '**', [], 'a.ts'],
    ['a/.?', 'a/*', [], 'a/.x'],
    ['a/?', 'a/[.]', [], undefined],
    ['a/??', 'a/[.]*', [], 'a/.x'],
  ])('%s and %s, less %j', (a, b, less, expected) => {
    const found = witness([glob(a), glob(b)], less.map(glob))
    expect(typeof found === 'string' ? undefined : found.path).toBe(expected)
  })

  it('take no time for patterns made to take it', () => {
    const start = performance.now()
    witness([glob('*a'.repeat(200)), glob('a*'.repeat(200))], [])
    witness([glob('{a,b}'.repeat(7)), glob('**/*c*')], [])
    witness([glob('**/a/'.repeat(60)), glob('**/b/'.repeat(60))], [glob('**/*a*b*')])
    witness([glob('**/a/'.repeat(180)), glob('**/b/'.repeat(180))], [])
    witness([glob('**/a/'.repeat(180))], [glob('**/b/'.repeat(180)), glob(`${'*a'.repeat(400)}x/*`)])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('are looked for no longer than the budget of all', () => {
    const globs = [...'abcdefgh'].map((letter) => glob(`**/${letter}/`.repeat(180)))
    const budget = createBudget(100_000)
    const found = globs.flatMap((a) => globs.map((b) => witness([a, b], [], budget)))
    expect(found.filter((one) => one === 'undecided').length).toBeGreaterThan(0)
    expect(budget.left).toBeGreaterThan(-1000)
  })
})

/** A piece of a pattern: in our words, and in those of minimatch. */
type Written = readonly [ours: string, theirs: string]

const same = (text: string): Written => [text, text]

const name = fc.stringMatching(/^[ab.1]{1,3}$/).filter((text) => !/^\.+$/.test(text))
const part: fc.Arbitrary<Written> = fc.oneof(
  { weight: 6, arbitrary: name.map(same) },
  fc.constantFrom(
    ...['*', '**', '?', '*a', 'a*', '*.b', 'a[ab]', '[!a]b', 'a?', '[a-b]', '[!]a]', '**a'].map(same),
    ...['{a,b}', '{a,b*}', 'b{a,b}', '{a,**}', '{a/,}**', '{a/b,b}', '{a,}', '{a.b,b}', '{*.b,a}', '{a,{b,1/a}}'].map(
      same,
    ),
    ...['a{1..11}', '{01..11}', '{a..b}b', '{9..111}'].map(same),
    ['<id>', '?*'] as const,
    ['{word}', '?*'] as const,
    ['[slug]', '?*'] as const,
    ['a-{{date}}', 'a-?*'] as const,
    ['...', '**'] as const,
    ['[...all]', '**'] as const,
  ),
)
const pattern: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom('', '', '', './', '/'),
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '/'),
  )
  .map(
    ([start, parts, end]): Written => [
      start + parts.map(([ours]) => ours).join('/') + end,
      start + parts.map(([, theirs]) => theirs).join('/') + end,
    ],
  )
  .filter(([ours]) => isGlob(parseGlob(ours)))
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))

/** A pattern spelt out for minimatch: each alternative of its braces, and what a name without a wildcard leaves open. */
function asOracle([ours, theirs]: Written): string[] {
  const isAnchored = /^\.?\//.test(ours)
  const alternatives = braceExpand(theirs).map((one) =>
    one
      .replace(/^\.?\//, '')
      .replaceAll(/\/{2,}/g, '/')
      .replace(/^\//, ''),
  )
  return alternatives.filter(Boolean).flatMap((one) => {
    const last = one.slice(one.lastIndexOf('/') + 1)
    if (last === '' && one.endsWith('**/')) return [`${one}*`]
    const isWild = /[*?[]/.test(last.replace('?*', ''))
    const isName = /[*?[]/.test(last) && last !== '?*'
    const rooted = isName && !one.includes('/') && !isAnchored ? `**/${one}` : one
    if (last === '') return [`${one}**/*`]
    if (last === '**') return [`${rooted}/*`]
    const isFile = /[^.]\.[ab][ab1]*$/.test(last)
    return isWild || isFile ? [rooted] : [rooted, `${rooted}/**/*`]
  })
}

const compiled = new Map<string, readonly Minimatch[]>()

function oracle(written: Written, file: string): boolean {
  const key = written.join(' ')
  let expressions = compiled.get(key)
  if (expressions === undefined) {
    const options = { dot: true, nocomment: true, nonegate: true, noext: true }
    expressions = asOracle(written).map((one) => new Minimatch(one, options))
    compiled.set(key, expressions)
  }
  return expressions.some((expression) => expression.match(file))
}

// `AGENT_LINT_RUNS=100000 npx vitest run src/globs` looks longer.
const runs = Number(process.env.AGENT_LINT_RUNS ?? 5000)
const some = [...new Set(fc.sample(path, { numRuns: 400, seed: 7 }))]
const isProper = (file: string): boolean => !file.split('/').some((segment) => /^\.{0,2}$/.test(segment))

describe('compared with minimatch', () => {
  it('means the same files', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pattern, path, (written, file) => matches(glob(written[0]), file) === oracle(written, file)),
      { numRuns: runs },
    )
  })

  it('finds a file that both mean where there is one, and only then', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(pattern, { maxLength: 2 }), (a, b, less) => {
        const found = witness(
          [glob(a[0]), glob(b[0])],
          less.map(([ours]) => glob(ours)),
        )
        const isBoth = (file: string): boolean =>
          oracle(a, file) && oracle(b, file) && !less.some((one) => oracle(one, file))
        if (found === 'undecided') return false
        // Random paths are seldom those that a pattern just means: witnesses are.
        if (found !== 'none' && ![a, b].every(([ours]) => matches(glob(ours), found.path))) return false
        return found === 'none' ? !some.some(isBoth) : isBoth(found.path) && isProper(found.path)
      }),
      { numRuns: runs },
    )
  })

  it('knows what lies inside of what', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const inside = isInside(glob(a[0]), [glob(b[0])])
        if (inside === undefined) return false
        return inside ? !some.some((file) => oracle(a, file) && !oracle(b, file)) : true
      }),
      { numRuns: Math.min(runs, 20_000) },
    )
  })
})
