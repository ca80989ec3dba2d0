// Files of options that must never become options.

const text = (value: unknown) => JSON.stringify(value);
const title = '"title":"x"';

/** Each by what it is. */
export const HOSTILE_FILES: Record<string, string | Uint8Array> = {
  '200,000 levels': `{${title},"links":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  '200,000 levels that never end': '{"a":'.repeat(100_000),
  'one megabyte': text({ name: 'x', title: 'x'.repeat(1_000_000) }),
  'a key twice': `{${title},${title},"name":"x"}`,
  'a key twice, written differently': `{${title},"\\u0074itle":"y","name":"x"}`,
  'a NUL': `{"title":"a\\u0000b","name":"x"}`,
  'a NUL in a key': `{${title},"name":"x","a\\u0000b":1}`,
  'half a character': `{"title":"\\ud800","name":"x"}`,
  'bytes that are no text': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'a number that nothing keeps': `{${title},"name":"x","links":1e400}`,
  'an integer that is none': `{${title},"name":5.0}`,
  'a _type': text({ name: 'x', title: 'x', _type: 'override' }),
  'a title with a _type': text({ name: 'x', title: { _type: 'mkIf', condition: true, content: 'x' } }),
  'a _module': text({ name: 'x', title: 'x', _module: { args: {} } }),
  imports: text({ name: 'x', title: 'x', imports: ['/etc/passwd'] }),
  'an outPath': text({ name: 'x', title: { outPath: '/etc/passwd' } }),
  'a __functor': text({ name: 'x', title: 'x', __functor: 'x' }),
  'links that are a path': text({ name: 'x', title: 'x', links: '/etc/passwd' }),
  'forty-one links': text({ name: 'x', title: 'x', links: Array(41).fill({ label: 'x', url: 'https://x.example' }) }),
  'a list': '[]',
  'a text': '"x"',
  nothing: '',
  'no JSON': 'title: x',
  'two values': '{} {}',
};
