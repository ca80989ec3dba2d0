/**
  Content types by the ends of files' names: those of texts, since a site has no other files. All else is bytes.
*/
''
  types {
    text/html html htm;
    text/css css;
    text/javascript js mjs;
    text/plain txt;
    text/calendar ics;
    text/csv csv;
    text/markdown md;
    text/vtt vtt;
    text/xml xml xsl;
    text/x-vcard vcf;
    image/svg+xml svg;
    application/json json map;
    application/ld+json jsonld;
    application/geo+json geojson;
    application/manifest+json webmanifest;
    application/atom+xml atom;
    application/rss+xml rss;
    application/xhtml+xml xhtml;
  }
  default_type application/octet-stream;
''
