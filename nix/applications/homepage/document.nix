/**
  An HTML document. `head` and `body` are HTML; `title` is text.
*/
{
  assets,
  language,
  words,
  title,
  head,
  body,
}:
let
  escape = import ./escape.nix;
in
''
  <!DOCTYPE html>
  <html lang="${language}" dir="${words.direction}">
  <head>
  <meta charset="utf-8">
  <title>${escape title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="${assets.colour}">
  <link rel="stylesheet" href="${assets.style}">
  <link rel="icon" type="image/svg+xml" href="${assets.icon}">
  ${head}
  </head>
  <body>
  ${body}
  </body>
  </html>
''
