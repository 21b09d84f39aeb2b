const fence = '---'

/** Frontmatter between two lines of three dashes, LF throughout, and none of the marks of seeds. */
export const isPlain = (text: string): boolean =>
  text.startsWith(`${fence}\n`) && linesOf(text).indexOf(fence, 1) > 1 && !/[\r«»\ufeff]/.test(text)

const linesOf = (text: string): string[] => text.split('\n')

/** The lines between the fences, and those below them. */
export function parts(text: string): { head: string[]; body: string[] } {
  const lines = linesOf(text)
  const close = lines.indexOf(fence, 1)
  return { head: lines.slice(1, close), body: lines.slice(close + 1) }
}

export const whole = (head: readonly string[], body: readonly string[]): string =>
  [fence, ...head, fence, ...body].join('\n')

/** The frontmatter without that key and the lines that belong to it. */
export function withoutKey(text: string, key: string): string {
  const { head, body } = parts(text)
  let isOfKey = false
  const kept = head.filter((line) => {
    if (/^[A-Za-z][\w-]*:/.test(line)) isOfKey = line.startsWith(`${key}:`)
    return !isOfKey
  })
  return whole(kept, body)
}

/** These lines at the end of the frontmatter, the first with a key, in place of what the key has. */
export function withKey(text: string, ...lines: readonly string[]): string {
  const key = lines[0]?.replace(/[«»]/g, '').split(':')[0] ?? ''
  const { head, body } = parts(withoutKey(text, key))
  return whole([...head, ...lines], body)
}

/** These lines before the middle one of the sections, or at the end where there are none; undefined inside of code. */
export function inBody(text: string, ...lines: readonly string[]): string | undefined {
  const { head, body } = parts(text)
  const places = sectionStarts(body)
  const at = places[Math.floor(places.length / 2)]
  if (at === undefined) return undefined
  return whole(head, [...body.slice(0, at), '', ...lines, '', ...body.slice(at)])
}

/** Numbers of the lines where a section starts, and of the end of the file, where no code is open. */
function sectionStarts(body: readonly string[]): number[] {
  let open = ''
  const starts: number[] = []
  for (const [i, line] of body.entries()) {
    const marks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (open === '') open = marks
    else if (marks.startsWith(open) && line.trim() === marks) open = ''
    if (open === '' && /^##? /.test(line)) starts.push(i)
  }
  if (open !== '') return starts
  return starts.length > 0 ? starts : [body.length]
}

/** These lines below all else; undefined where a code fence is open there. */
export function atEnd(text: string, ...lines: readonly string[]): string | undefined {
  const { head, body } = parts(text)
  const fences = body.filter((line) => /^\s*(?:```|~~~)/.test(line))
  return fences.length % 2 === 1 ? undefined : whole(head, [...body, '', ...lines, ''])
}

/** A project of one file; undefined stays so. */
export const project = (path: string, text: string | undefined): Record<string, string> | undefined =>
  text === undefined ? undefined : { [path]: text }

/** The name in the frontmatter, where it is a plain one. */
export const nameOf = (text: string): string | undefined => /^name: ([a-z][a-z-]{3,})$/m.exec(text)?.[1]
