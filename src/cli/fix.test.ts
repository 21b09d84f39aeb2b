import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, linkSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const agents = '.claude/agents'
const broken = agentFile('name: a', 'description: Use when: a ticket comes in')
const mended = broken.replace('Use when: a ticket comes in', '"Use when: a ticket comes in"')
const misspelt = agentFile('name: b', 'description: Reviews.', 'model: sonet')

const folderOf = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const cwd = folderWith(files)
  return { cwd, read: (path: string) => readFileSync(join(cwd, path), 'utf8') }
}

describe('--fix', () => {
  it('writes what can be mended safely, and prints what is left', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: broken, [`${agents}/b.md`]: misspelt })
    const { stdout, stderr, exitCode } = runBuilt(['--fix'], { cwd })
    expect(read(`${agents}/a.md`)).toBe(mended)
    expect(read(`${agents}/b.md`)).toBe(misspelt)
    expect(stdout).not.toContain('invalid-yaml')
    expect(stdout).toContain('unknown-model')
    expect(stdout).toContain('; 1 fixed in 1 file; 1 fixable with --fix --unsafe-fixes')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('with --unsafe-fixes makes the rest too, and the exit code is that of what is left', () => {
    const nameless = agentFile('description: Writes the notes of a release.', 'tools: Read')
    const { cwd, read } = folderOf({ [`${agents}/b.md`]: misspelt, [`${agents}/c.md`]: nameless })
    expect(runBuilt([], { cwd }).exitCode).toBe(1)
    expect(runBuilt(['--fix'], { cwd }).exitCode).toBe(1)
    expect(read(`${agents}/c.md`)).toBe(nameless)
    const { stdout, exitCode } = runBuilt(['--fix', '--unsafe-fixes', '--max-warnings', '0'], { cwd })
    expect(stdout).toBe('2 agents, no problems (claude-code); 2 fixed in 2 files; 1 info not shown (--info)\n')
    expect(exitCode).toBe(0)
    expect(read(`${agents}/c.md`)).toBe(nameless.replace('---\n', '---\nname: c\n'))
  })

  it('is counted in the JSON report', () => {
    const { cwd } = folderOf({ [`${agents}/a.md`]: broken, [`${agents}/b.md`]: misspelt })
    const summary = (...flags: string[]) => JSON.parse(runBuilt(['--format', 'json', ...flags], { cwd }).stdout).summary
    expect(summary()).toMatchObject({ warnings: 2, fixable: 1, fixableUnsafely: 1 })
    expect(summary('--fix')).toMatchObject({ warnings: 1, fixable: 0, fixableUnsafely: 1, fixed: 1 })
    expect(summary('--fix')).toMatchObject({ fixed: 0 })
  })

  it('changes only the files that are named', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: broken, [`${agents}/b.md`]: broken.replace(': a\n', ': b\n') })
    runBuilt(['--fix', `${agents}/a.md`], { cwd })
    expect(read(`${agents}/a.md`)).toBe(mended)
    expect(read(`${agents}/b.md`)).not.toContain('"')
  })

  it('keeps the mark, the line breaks and an open last line', () => {
    const text = `\uFEFF${broken.replaceAll('\n', '\r\n').trimEnd()}`
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: text })
    const rules = { rules: { 'byte-order-mark': 'off' } }
    writeFileSync(join(cwd, 'agent-lint.config.json'), JSON.stringify(rules))
    runBuilt(['--fix', '--unsafe-fixes'], { cwd })
    const quoted = text.replace('Use when: a ticket comes in', '"Use when: a ticket comes in"')
    expect(read(`${agents}/a.md`)).toBe(quoted)
    rmSync(join(cwd, 'agent-lint.config.json'))
    runBuilt(['--fix'], { cwd })
    expect(read(`${agents}/a.md`), 'the mark goes where its rule is on').toBe(quoted.slice(1))
  })

  it('takes a file back whole that an error would come to, and says so', () => {
    const nameless = agentFile('description: Use when: a ticket comes in', 'tools: Read')
    const { cwd, read } = folderOf({
      [`${agents}/a.md`]: agentFile('name: a', 'description: Reviews.'),
      [`${agents}/more/a.md`]: nameless,
      [`${agents}/b.md`]: misspelt,
    })
    const { stderr, exitCode } = runBuilt(['--fix', '--unsafe-fixes'], { cwd })
    expect(stderr).toBe(
      `agent-lint: ${agents}/more/a.md is left as it was: mending it would bring a new error (duplicate-name)\n`,
    )
    expect(read(`${agents}/more/a.md`)).toBe(nameless)
    expect(read(`${agents}/b.md`)).toContain('model: sonnet')
    expect(exitCode).toBe(1)
  })

  it('never touches a file that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0xe9, 0x0a])])
    const { cwd } = folderOf({ [`${agents}/a.md`]: bytes })
    const { stderr } = runBuilt(['--fix', '--unsafe-fixes'], { cwd })
    expect(readFileSync(join(cwd, agents, 'a.md')).equals(bytes)).toBe(true)
    expect(stderr).toContain(`${agents}/a.md is left as it was`)
  })

  it.skipIf(process.platform === 'win32')('says what it cannot write, writes the rest, and fails', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: broken, [`${agents}/b.md`]: broken, 'shared/c.md': broken })
    chmodSync(join(cwd, agents, 'a.md'), 0o444)
    symlinkSync('../../shared/c.md', join(cwd, agents, 'c.md'))
    const { stdout, stderr, exitCode } = runBuilt(['--fix', '.'], { cwd })
    expect(stderr).toContain(`agent-lint: ${agents}/a.md is not written: it is read-only\n`)
    expect(read(`${agents}/a.md`)).toBe(broken)
    expect(read('shared/c.md')).toBe(broken)
    expect(read(`${agents}/b.md`)).toBe(mended)
    expect(stdout).toContain('invalid-yaml')
    expect(stdout).toContain('1 fixed in 1 file')
    expect(exitCode).toBe(2)
  })

  it('can run twice at once', async () => {
    const files = Array.from({ length: 30 }, (_, i) => [`${agents}/a${i}.md`, broken.replace(': a\n', `: a${i}\n`)])
    const { cwd, read } = folderOf(Object.fromEntries(files))
    const run = () =>
      new Promise((done) =>
        spawn(process.execPath, [join(projectRoot, 'bin/agent-lint.js'), '--fix'], { cwd }).on('close', done),
      )
    await Promise.all([run(), run(), run()])
    for (const [path = '', text = ''] of files) {
      expect(read(path)).toBe(text.replace('Use when: a ticket comes in', '"Use when: a ticket comes in"'))
    }
    expect(readdirSync(join(cwd, agents)).every((name) => name.endsWith('.md'))).toBe(true)
  })
})

describe('the summary', () => {
  const advised = { [`${agents}/a.md`]: agentFile('name: a', 'description: Sorts what comes in.', 'tools: Read, Read') }

  it('promises fixes of what it shows, and says of the rest that there are some', () => {
    const { cwd } = folderOf(advised)
    const last = (...flags: string[]) => runBuilt(flags, { cwd }).stdout.trimEnd().split('\n').at(-1)
    expect(last()).toBe('1 agent, no problems (claude-code); 1 info not shown (--info), 1 of them fixable')
    expect(last('--info')).toBe('1 info in 1 agent (claude-code); 1 fixable with --fix')
  })
})

describe('--fix-dry-run and --diff', () => {
  it('write nothing', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: broken })
    const dry = runBuilt(['--fix-dry-run', '--fix'], { cwd })
    expect(dry.stdout).toBe('1 agent, no problems (claude-code); 1 would be fixed in 1 file\n')
    expect(dry.exitCode).toBe(0)
    expect(runBuilt(['--fix', '--diff'], { cwd }).exitCode).toBe(1)
    expect(read(`${agents}/a.md`)).toBe(broken)
    expect(readdirSync(join(cwd, agents))).toEqual(['a.md'])
  })

  it('print a patch that does what --fix does, and nothing where there is nothing to do', () => {
    const files = {
      [`${agents}/a.md`]: broken,
      [`${agents}/b c.md`]: misspelt.replaceAll('\n', '\r\n'),
      [`${agents}/é"\\.md`]: agentFile('description: Reviews.').trimEnd(),
    }
    const [patched, fixed] = [folderOf(files), folderOf(files)]
    const { stdout, stderr, exitCode } = runBuilt(['--diff', '--unsafe-fixes'], { cwd: patched.cwd, env: { CI: '' } })
    expect(exitCode).toBe(1)
    expect(stderr).toBe('agent-lint: 3 findings would be fixed in 3 files\n')
    execFileSync('git', ['apply', '-'], { cwd: patched.cwd, input: stdout })
    runBuilt(['--fix', '--unsafe-fixes'], { cwd: fixed.cwd })
    for (const path of Object.keys(files)) expect(patched.read(path)).toBe(fixed.read(path))
    const again = runBuilt(['--diff', '--unsafe-fixes'], { cwd: patched.cwd })
    expect(again).toMatchObject({ stdout: '', stderr: '', exitCode: 0 })
  })

  it('say where there is nothing to do but what another flag makes', () => {
    const { cwd } = folderOf({ [`${agents}/b.md`]: misspelt })
    const { stdout, stderr, exitCode } = runBuilt(['--diff'], { cwd })
    expect(stderr).toBe('agent-lint: nothing would be fixed; --unsafe-fixes would mend 1 finding\n')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
  })

  it('show a build service nothing that it would act on', () => {
    const hostile = '---\nname: a\ndescription: Use when: ##[error]x\n---\n ::error::injected\n\u001b[31m\n'
    const { cwd } = folderOf({ [`${agents}/a.md`]: hostile })
    const { stdout } = runBuilt(['--diff'], { cwd, env: { CI: 'true' } })
    expect(stdout).toContain('+description: "Use when: ')
    expect(stdout).not.toMatch(/\u001b|^\W?\s*::|##\[/m)
  })
})

describe('a secret', () => {
  const secret = `ghp_${'A1b2C3d4E5f6'.repeat(3)}`
  const text = broken.replace('a ticket comes in', `the key is ${secret}`)

  it('is in no patch and no report, and stays in the file', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: text })
    for (const flags of [['--diff'], ['--format', 'json'], ['--fix-dry-run']]) {
      const { stdout, stderr } = runBuilt(flags, { cwd })
      expect(stdout + stderr).not.toContain(secret.slice(0, 20))
    }
    const { diagnostics } = JSON.parse(runBuilt(['--format', 'json'], { cwd }).stdout)
    expect(diagnostics.find(({ rule }: { rule: string }) => rule === 'invalid-yaml').fixes).toEqual([])
    runBuilt(['--fix'], { cwd })
    expect(read(`${agents}/a.md`)).toBe(text.replace(/Use.*/, (value) => `"${value}"`))
  })
})

describe('the standard input', () => {
  it('is mended as a patch, and never written', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: misspelt.replace(': b\n', ': a\n') })
    const run = (...flags: string[]) =>
      spawnSync(
        process.execPath,
        [join(projectRoot, 'bin/agent-lint.js'), '--stdin', '--stdin-filename', `${agents}/a.md`, ...flags],
        { cwd, input: broken, encoding: 'utf8' },
      )
    expect(run('--diff').stdout).toContain('+description: "Use when: a ticket comes in"\n')
    expect(run('--fix')).toMatchObject({ status: 2, stderr: expect.stringContaining('add --diff') })
    expect(read(`${agents}/a.md`)).toContain('sonet')
  })
})

describe('what is silenced', () => {
  it('is not mended, be it by a comment or by the baseline', () => {
    const silent = misspelt.replace('model:', '# agent-lint-disable-next-line unknown-model -- ours\nmodel:')
    const { cwd, read } = folderOf({ [`${agents}/b.md`]: silent, [`${agents}/a.md`]: broken })
    const fix = ['--fix', '--unsafe-fixes']
    expect(runBuilt(['--update-baseline'], { cwd }).exitCode).toBe(0)
    expect(runBuilt(fix, { cwd }).stdout).not.toContain('fixed')
    expect(read(`${agents}/b.md`)).toBe(silent)
    expect(read(`${agents}/a.md`)).toBe(broken)
    expect(runBuilt([...fix, '--no-inline'], { cwd }).stdout).toContain('1 fixed in 1 file')
    expect(read(`${agents}/b.md`)).toContain('model: sonnet')
  })

  it('is what is left, where the baseline is written too', () => {
    const { cwd, read } = folderOf({ [`${agents}/b.md`]: misspelt, [`${agents}/a.md`]: broken })
    const { stdout } = runBuilt(['--fix', '--update-baseline'], { cwd })
    expect(stdout).toContain('1 fixed in 1 file')
    expect(read('agent-lint-baseline.json')).toContain('unknown-model')
    expect(read('agent-lint-baseline.json')).not.toContain('invalid-yaml')
    expect(runBuilt(['--fix-dry-run', '--update-baseline'], { cwd }).exitCode).toBe(2)
  })
})

describe('--unsafe-fixes alone', () => {
  it('is half a question', () => {
    const { cwd, read } = folderOf({ [`${agents}/a.md`]: broken })
    const { stderr, exitCode } = runBuilt(['--unsafe-fixes'], { cwd })
    expect(stderr).toContain('add --fix, --fix-dry-run or --diff')
    expect(exitCode).toBe(2)
    expect(read(`${agents}/a.md`)).toBe(broken)
  })
})

describe.skipIf(process.platform === 'win32')('--fix that is killed', () => {
  const names = ['a', 'b', 'c', 'd', 'twice']
  const old = (name: string): string => broken.replace(': a\n', `: ${name}\n`) + 'More of the prompt.\n'.repeat(200)
  const fresh = (name: string): string =>
    old(name).replace('Use when: a ticket comes in', '"Use when: a ticket comes in"')

  function start(env: Readonly<Record<string, string>>) {
    const { cwd, read } = folderOf(Object.fromEntries(names.map((name) => [`${agents}/${name}.md`, old(name)])))
    linkSync(join(cwd, agents, 'twice.md'), join(cwd, 'other-name.md'))
    const preload = `--require=${join(projectRoot, 'src/testing/kill-at.cjs')}`
    const run = runBuilt(['--fix'], { cwd, env: { ...env, NODE_OPTIONS: preload } })
    return { cwd, run, textOf: (name: string) => read(`${agents}/${name}.md`) }
  }

  const counted = join(folderWith({}), 'count')
  start({ COUNT_TO: counted })
  const points = Number(readFileSync(counted, 'utf8'))
  const tried = Array.from({ length: 30 }, (_, i) => 1 + Math.floor((i * (points - 1)) / 29))

  it('is killed at thirty different points', () => {
    expect(new Set(tried).size).toBe(30)
  })

  it.each(tried)('at point %i leaves each file old or new, and the next run ends the job', (point) => {
    const { cwd, run, textOf } = start({ KILL_AT: String(point) })
    expect(run.exitCode).toBeNull()
    for (const name of names.slice(0, 4)) expect([old(name), fresh(name)]).toContain(textOf(name))
    const copies = readdirSync(join(cwd, agents)).filter((name) => name.endsWith('.bak'))
    // What has two names is written in place: it, or the copy beside it, is whole.
    const whole = [textOf('twice'), ...copies.map((name) => readFileSync(join(cwd, agents, name), 'utf8'))]
    expect(whole.some((text) => text === old('twice') || text === fresh('twice'))).toBe(true)
    const next = runBuilt(['--fix'], { cwd })
    for (const name of names.slice(0, 4)) expect(textOf(name)).toBe(fresh(name))
    const left = readdirSync(join(cwd, agents)).filter((name) => !name.endsWith('.md'))
    expect(left).toEqual(copies)
    for (const name of copies) expect(next.stderr).toContain(name)
  })
})
