/** JSON with comments, the comments blanked out: every offset stays. One pass; strings are respected. */
export function blankComments(text: string): string {
  let out = ''
  let from = 0
  let cursor = 0
  while (cursor < text.length) {
    const code = text.charCodeAt(cursor)
    if (code === 34) cursor = stringEnd(text, cursor)
    else if (code !== 47) cursor++
    else {
      const end = commentEnd(text, cursor)
      if (end === undefined) {
        cursor++
        continue
      }
      out += text.slice(from, cursor) + text.slice(cursor, end).replaceAll(/[^\r\n]/g, ' ')
      cursor = end
      from = end
    }
  }
  return out + text.slice(from)
}

function stringEnd(text: string, open: number): number {
  let cursor = open + 1
  while (cursor < text.length && text.charCodeAt(cursor) !== 34 && text.charCodeAt(cursor) !== 10) {
    cursor += text.charCodeAt(cursor) === 92 ? 2 : 1
  }
  return cursor + 1
}

function commentEnd(text: string, start: number): number | undefined {
  if (text.startsWith('//', start)) {
    const newline = text.indexOf('\n', start)
    return newline === -1 ? text.length : newline
  }
  if (!text.startsWith('/*', start)) return undefined
  const close = text.indexOf('*/', start + 2)
  return close === -1 ? text.length : close + 2
}
