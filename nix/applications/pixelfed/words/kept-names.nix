/**
  Names of users that Pixelfed gives to nobody, since its own pages have them or people would take them for its
  operators, without those that are no labels. Source: Pixelfed 0.12, app/Util/Lexer/RestrictedNames.php.
*/
builtins.filter builtins.isString (
  builtins.split "[ \n]+" ''
    400 401 403 404 500 503 504 a about about-us aboutus abuse account actor actors admin administrator
    admins api app assets audio auth autoconfig avatar avatars b bartender blog booth bouncer broadcast
    broadcaster broadcasthost browse c cdn checkpoint circle circles collection collections communities
    community contact contact-us copyright costar costars css d dashboard db deck dev developer developers
    discover discovers dj dmca doc docs domainadmin domainadministrator download drive driver drives e email
    emails embed emoji emojis error errors events example explore export exports external f faq faqs featured
    features fedi fediverse feed follow follow-me followme follows font fonts ftp g gdpr ghost ghosts global
    go graph group groups guest guests h header headers help help-center helpcenter home horizon hostmaster
    htaccess i image images imap img imgs import imports inbox info information instance invite invites is
    isatap it j join js k key l lab labs lang language legal link live localdomain localhost location
    locations login logout look look-back loop loops m mail mailer-daemon mailerdaemon marketing me media
    menu micro mini mis music mx my my2020 my2021 my2022 my2023 my2024 my2025 my2026 my2027 my2028 my2029
    my2030 n network networks new news news-room news-rooms newsfeed newsroom newsrooms no-reply nobody noc
    noreply ns0 ns1 ns2 ns3 ns4 ns5 ns6 ns7 ns8 ns9 o oauth official owner p page pages password photo photos
    pin pins pop pop3 portfolio portfolios post postmaster pre pricing privacy private public q query quote r
    redirect redirects register registers report reports reset results review reviews robot robots root s
    sales sc search security sell send settings short shortcode signin signout site sites smtp src ssladmin
    ssladministrator sslwebmaster stage static status statuses storage stories story support svg svgs sys
    sysadmin system t telescope terms timeline timelines tour tutorial tutorials tv u usenet user username
    usernames users uucp v valet vendor video videos w waiter wall web webmaster whatnew whats-new whats-news
    whatsnew wpad ws wss www x y year year-in-review z
  ''
)
