import type { Diagnostic } from '../core/diagnostic.ts'
import type { Report, ReporterOptions } from '../core/report.ts'
import { span } from '../core/span.ts'

/** How a reporter is called where nothing special is asked for. */
export const plainOptions: ReporterOptions = {
  color: false,
  width: 80,
  quiet: false,
  info: true,
  workspacePath: (path) => path,
}

/** A finding, as far as `more` does not say otherwise. */
export const diagnostic = (more: Partial<Diagnostic>): Diagnostic => ({
  rule: 'some-rule',
  severity: 'error',
  confidence: 'high',
  messageId: 'm',
  message: 'something is wrong',
  help: undefined,
  path: 'a.md',
  span: span(0, 1),
  data: {},
  related: [],
  fixes: [],
  ...more,
})

/** A report of these findings, on files with these texts. */
export const reportOf = (diagnostics: readonly Diagnostic[], texts: Readonly<Record<string, string>>): Report => ({
  version: '0.0.0',
  fleets: [{ root: '.', host: 'some-host', hostName: 'Some Host', hostFrom: 'path', agents: 1, files: ['a.md'] }],
  diagnostics,
  suppressed: [],
  passedOver: [],
  unreadable: [],
  texts: new Map(Object.entries(texts)),
  secrets: new Map(),
})

/** What a file might say to fool a terminal, a log, a web page, a parser or a reader. */
export const hostileTexts: readonly string[] = [
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u001b]52;c;AAAA\u0007',
  '\u001b]8;;http://example.org\u0007',
  'a\rb',
  '\u009b31m',
  'a\u202eb\u2066c',
  '\u{E0041}\u{E0042}',
  'a\u2028b\u2029c',
  '\ud800',
  '\udc00x\ud83d',
  '::error::injected',
  '%0A::error::injected',
  '##[error]injected',
  '##vso[task.setvariable]x',
  '\u0000',
  '\u000b\u000c\u0001\u001f\u007f\u0085',
  '\ufffe\uffff',
  'su\u200bdo',
  'a\tb\nc',
  '</failure></testcase><testcase name="x"/>',
  ']]><!--&amp;&#0;"\'',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '[click](https://example.org) ![x](y) <https://example.org>',
  'see [this](1) and {0} and {{x}} and {a,b} \\[z\\]',
  '@someone #1 owner/repo#2 www.example.org :smile: *b* _i_ ~~s~~ | cell | `code` ``x`` # h',
  '- item\n1. one\n> quote\n```\nfence',
  '"quoted", \'single\' and \\ back\\slash',
  '   ',
]
