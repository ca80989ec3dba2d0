// What somebody with bad intentions, or bad luck, enters into a text: two hundred values and more.

/** Programs, where they are run by whoever reads them as code, leave this file behind. */
function programs(canary: string): string[] {
  const touch = `touch ${canary}`;
  const shell = [`$(${touch})`, `\`${touch}\``, `; ${touch} #`, `| ${touch}`, `&& ${touch}`, `x\n${touch}\n`, `'; ${touch}; '`];
  const nix = [
    `\${builtins.exec ["touch" "${canary}"]}`,
    `''\${builtins.toFile "x" "y"}''`,
    `\${builtins.readFile "/etc/passwd"}`,
    `"; x = import /etc/passwd; y = "`,
    `''; x = builtins.readDir "/"; y = ''`,
    `\${throw "thrown"}`,
    `\${abort "aborted"}`,
    `\${(x: x x) (x: x x)}`,
    `\${toString (builtins.genList (x: x) 1000000000)}`,
    `$\${x}`,
    `''\${x}`,
    `\\\${x}`,
    `''`,
    `'''`,
    `''\\n`,
    `''$`,
    `$`,
    `\${`,
    `}`,
    `"`,
    `\\`,
    `\\"`,
    `<nixpkgs>`,
    `{ _type = "override"; content = 1; priority = 0; }`,
    `{ imports = [ /etc/passwd ]; }`,
    `{ outPath = "/etc/passwd"; }`,
    `{ __functor = self: x: x; }`,
    `rec { x = x; }.x`,
    `# a comment`,
    `/* a comment`,
    `with builtins; currentTime`,
    `assert false; 1`,
    `builtins.derivation { }`,
    `/nix/store/00000000000000000000000000000000-x`,
  ];
  const words = ['_type', '_module', '_module.args', 'imports', 'outPath', 'drvPath', '__functor', '__toString', '__structuredAttrs'];
  return [...shell, ...nix, ...words];
}

const PAGES = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src="https://evil.example/x.png">',
  '<svg/onload=alert(1)>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<form action="https://evil.example/"><input name=x>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<!-- a comment',
  '--><b>x</b>',
  '<![CDATA[x]]>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
  '&lt;b&gt;',
  '&amp;amp;',
  '&#60;script&#62;',
  '&notanentity;',
  '&',
  '<',
  '>',
  "'",
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '{{7*7}}',
  '{{constructor.constructor("alert(1)")()}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '`${alert(1)}`',
  'url(javascript:alert(1))',
  '}</style>*{x:expression(alert(1))}',
  'x" style="position:fixed;inset:0" x="',
  'x\r\nSet-Cookie: session=stolen',
  'x\r\n\r\n<script>alert(1)</script>',
];

const DATABASES = [
  "'; DROP TABLE deployments; --",
  "' OR '1'='1",
  '" OR ""="',
  "') UNION SELECT password FROM people --",
  "1; ATTACH DATABASE '/tmp/x' AS x",
  "x' || (SELECT 1) || '",
  '%',
  '_',
  '\\%',
  '?1',
  ':name',
  '$1',
  "\\'; --",
  '*)(uid=*))(|(uid=*',
];

const PLACES = [
  '../../../../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  '/dev/zero',
  '/proc/self/environ',
  'file:///etc/passwd',
  'C:\\x',
  '\\\\evil.example\\share',
  '~root',
  '-rf',
  '--help',
  '%2e%2e%2f',
  '%00',
  '%c0%af',
  '%s%s%s%n',
  '.',
  '..',
  'con',
];

const NUMBERS = ['0', '-0', '1e309', '-1e309', 'NaN', 'Infinity', '0x7fffffff', '9007199254740993', '5.0', '1_000', '٣', '½'];

const WORDS = ['true', 'false', 'null', 'undefined', 'None', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const SIGNS = [
  '\u202eevil\u202c',
  '\u200f\u200e\u061c',
  '\u2066x\u2069',
  'مرحبا بالعالم',
  'שלום עולם',
  '\u200b\u200c\u200d\u2060',
  '\ufeffx',
  'Z\u0351\u036b\u0343\u032a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA',
  'e\u0301',
  '\u00e9',
  'ＡＢＣ',
  'ﷺ',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇩🇪',
  '😀'.repeat(40),
  '𝕏',
  '\u2028x\u2029',
  '\u0085',
  '\u00a0',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\u{10ffff}',
  '\ue000',
  'ß',
  'ﬁ',
  'İ',
  'ı',
];

const TERMINALS = ['\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u001b[2J', '\u009b31m', 'a\bb', 'a\rb'];

const MARKUP = [
  '# heading',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '***',
  '```\ncode\n```',
  '| a | b |\n|---|---|',
  '> quoted',
  '- item\n- item',
  '[[wiki]]',
  ':smile:',
  '@everyone',
];

const NESTED = ['['.repeat(200_000), '{"a":'.repeat(2000), '{"a":1,"a":2}', '{"_type":"if","condition":true}', '('.repeat(4000)];

const SPACES = ['  two before and after  ', '\ttab', 'a\n\n\n\nb', '\n\nbegins with empty lines', 'ends with empty lines\n\n', 'a\r\nb', ' '];

const LENGTHS = ['x'.repeat(160), 'x'.repeat(161), 'x'.repeat(5000), 'x'.repeat(5001), '\u00e4'.repeat(5000), 'x'.repeat(100_000)];

/** Every character that is a control sign to a terminal, NUL first. */
const CONTROLS = [...Array.from({ length: 32 }, (_, code) => code), 0x7f].map((code) => `a${String.fromCharCode(code)}b`);

export function hostileValues(canary: string): string[] {
  return [
    ...programs(canary),
    ...PAGES,
    ...DATABASES,
    ...PLACES,
    ...NUMBERS,
    ...WORDS,
    ...SIGNS,
    ...TERMINALS,
    ...MARKUP,
    ...NESTED,
    ...SPACES,
    ...LENGTHS,
    ...CONTROLS,
  ];
}

/** Those that are plain lines of text to a careful reader, so that a page may show them. */
export function showable(values: string[]): string[] {
  return values.filter((value) => value.trim() !== '' && [...value].length <= 160 && !/[\u0000-\u001f\u007f]/.test(value));
}
