/** A file of a case, as the memory file system takes it. */
export type CaseFile = string | Uint8Array | { readonly failure: string }

/** One example of a rule's page: files, and what agent-lint prints about them. */
export interface RuleCase {
  /** The last line of the case in the page, for writing behind it. */
  readonly end: number
  /** The headings above it. */
  readonly title: string
  readonly kind: 'valid' | 'invalid' | 'near miss'
  readonly files: Readonly<Record<string, CaseFile>>
  /** Files that the change takes away which the run is about. */
  readonly deleted: Readonly<Record<string, CaseFile>>
  /** Undefined where nothing may be found. */
  readonly expected: string | undefined
  /** Lines of the expected output in the page, for rewriting: the first, and the one after the last. */
  readonly expectedLines: readonly [number, number] | undefined
  /** The host that is named for its files, whatever their folder says. */
  readonly host: string | undefined
  /** The files that fixes change, as they are then; none where that is not shown. */
  readonly fixed: readonly FixedFile[]
}

/** A file after the fixes, and the lines that show it, as of `expectedLines`. */
export interface FixedFile {
  readonly path: string
  readonly content: CaseFile
  readonly lines: readonly [number, number]
}

interface Fence {
  readonly info: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Reads the examples of a page. Below `## Valid`, `## Invalid` and `## Near miss`, every fence with `file=<path>` is a
 * file; a `console` fence is what is printed and ends the case, and so does a heading. `host=<id>` beside a file is what
 * `--host` would be. A fence with `deleted=<path>` is a file that the change of the run deletes. A fence with `fixed=<path>` behind the case is that file after `--fix --unsafe-fixes`.
 */
export function parseCases(page: string): RuleCase[] {
  const cases: RuleCase[] = []
  let kind: RuleCase['kind'] | undefined
  let title = ''
  let files: Record<string, CaseFile> = {}
  let deleted: Record<string, CaseFile> = {}
  let host: string | undefined
  let end = 0
  const close = (expected: Fence | undefined): void => {
    if (kind !== undefined && Object.keys(files).length > 0) {
      const expectedLines = expected === undefined ? undefined : ([expected.start + 1, expected.end] as const)
      cases.push({ title, kind, files, deleted, expected: expected?.text, expectedLines, host, fixed: [], end })
    }
    files = {}
    deleted = {}
    host = undefined
  }
  for (const { heading, fence } of blocksOf(page)) {
    if (heading !== undefined) {
      close(undefined)
      title = heading.title
      if (heading.level === 2) kind = kindOf(title)
      continue
    }
    end = fence.end
    const attributes = attributesOf(fence)
    const path = attributes.get('fixed')
    if (fence.info === 'console') close(fence)
    else if (path !== undefined) addFixed(cases, path, fence, attributes)
    else if (kind !== undefined) {
      addFile(files, attributes.get('file'), fence, attributes)
      addFile(deleted, attributes.get('deleted'), fence, attributes)
      host = attributes.get('host') ?? host
    }
  }
  close(undefined)
  return cases
}

type Block =
  | { readonly heading: { readonly level: number; readonly title: string }; readonly fence?: undefined }
  | { readonly heading?: undefined; readonly fence: Fence }

/** What counts of a page: its headings but the first, and its fences. */
function blocksOf(page: string): Block[] {
  const lines = page.split('\n')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; i++) {
    const [, marks = '', title = ''] = /^(##+) (.*)$/.exec(lines[i] ?? '') ?? []
    if (marks !== '') blocks.push({ heading: { level: marks.length, title } })
    const fence = readFence(lines, i)
    if (fence === undefined) continue
    blocks.push({ fence })
    i = fence.end
  }
  return blocks
}

function kindOf(heading: string): RuleCase['kind'] | undefined {
  const kind = heading.toLowerCase()
  return kind === 'valid' || kind === 'invalid' || kind === 'near miss' ? kind : undefined
}

/** A fence at the line: its first line, and the line that closes it. */
function readFence(lines: readonly string[], start: number): Fence | undefined {
  const open = /^(`{3,})(.*)$/.exec(lines[start] ?? '')
  if (open === null) return undefined
  const end = lines.indexOf(open[1] ?? '', start + 1)
  if (end === -1) throw new Error(`the fence in line ${start + 1} is not closed`)
  return { info: (open[2] ?? '').trim(), text: `${lines.slice(start + 1, end).join('\n')}\n`, start, end }
}

const attributesOf = ({ info }: Fence): ReadonlyMap<string, string> =>
  new Map(info.split(/\s+/).map((word) => [word.split('=')[0] ?? '', word.slice(word.indexOf('=') + 1)]))

function addFile(
  files: Record<string, CaseFile>,
  path: string | undefined,
  fence: Fence,
  attributes: ReadonlyMap<string, string>,
): void {
  if (path === undefined) return
  // Else the first would never be looked at.
  if (Object.hasOwn(files, path)) throw new Error(`${path} is in one example twice: put a heading between the two`)
  files[path] = content(fence.text, attributes)
}

/** Belongs to the case before it. */
function addFixed(cases: RuleCase[], path: string, fence: Fence, attributes: ReadonlyMap<string, string>): void {
  const last = cases.pop()
  if (last === undefined) throw new Error(`the file in line ${fence.start + 1} belongs to no example`)
  const lines = [fence.start + 1, fence.end] as const
  const file = { path, content: content(fence.text, attributes), lines }
  cases.push({ ...last, fixed: [...last.fixed, file], end: fence.end })
}

/** `encoding`, `eol`, `repeat`, `escapes` and `failure` make what a page cannot show. */
function content(text: string, attributes: ReadonlyMap<string, string>): CaseFile {
  const failure = attributes.get('failure')
  if (failure !== undefined) return { failure }
  const ended = withLineEndings(text, attributes.get('eol'))
  const repeated = ended.replace(/^(.*)\{repeat\}/m, (_, unit: string) =>
    unit.repeat(Number(attributes.get('repeat') ?? 1)),
  )
  if (attributes.get('escapes') === 'yes') return withCharacters(repeated)
  const encoding = attributes.get('encoding')
  if (encoding === 'utf8-with-mark') return `\uFEFF${repeated}`
  if (encoding === 'latin1') return Buffer.from(repeated, 'latin1')
  if (encoding === 'utf16le') return Buffer.from(`\uFEFF${repeated}`, 'utf16le')
  return repeated
}

/**
 * `crlf`: all lines end as on Windows. `mixed`: only the second does; `crlf-at-end`: only the last. `lone-cr`: the second
 * ends in a carriage return alone.
 */
function withLineEndings(text: string, eol: string | undefined): string {
  if (eol === 'crlf') return text.replaceAll('\n', '\r\n')
  if (eol === 'crlf-at-end') return text.replace(/\n$/, '\r\n')
  if (eol === undefined) return text
  const [first = '', second = '', ...rest] = text.split('\n')
  return `${first}\n${second}${eol === 'mixed' ? '\r\n' : '\r'}${rest.join('\n')}`
}
/** `\u{200B}` becomes the character. */
const withCharacters = (text: string): string =>
  text.replaceAll(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
