/**
  The bounds, steps and choices of Pixelfed's form, as the form is told of them.
*/
let
  inherit (builtins)
    concatMap
    concatStringsSep
    filter
    toJSON
    ;
  inherit (import ./samples.nix) application;
  form = application.described.options;

  told = [
    "min"
    "max"
    "step"
    "lines"
  ];
  bounds =
    option: map (name: "${name} ${toJSON option.${name}}") (filter (name: option ? ${name}) told);
  choices = option: map (choice: choice.value) (option.choices or [ ]);
  line =
    path: option:
    "${path}: ${concatStringsSep " " ([ option.kind ] ++ bounds option ++ choices option)}";
  linesOf =
    path: option:
    if option.kind == "group" then
      concatMap (name: linesOf (path + "." + name) option.options.${name}) option.order
    else if option.kind == "optional" then
      linesOf (path + "?") option.of
    else
      [ (line path option) ];
in
[
  {
    name = "pixelfed's form has these bounds and choices";
    expr = concatMap (name: linesOf name form.options.${name}) (
      filter (name: name != "language") form.order
    );
    expected = [
      "domain: domain"
      "name: text min 1 max 60 lines false"
      "description: text min 0 max 500 lines true"
      "contactEmail?: email"
      "registration: choice closed approved open"
      "confirmEmail: boolean"
      "mostPeople?: integer min 1 max 1000000"
      "administrator.user: label"
      "administrator.email: email"
      "fileSize: size min 1048576 max 2147483648 step 1024"
      "albumLength: integer min 1 max 100"
      "imageQuality: integer min 1 max 100"
      "videos: boolean"
      "stories: boolean"
      "accountSpace?: size min 10485760 max 1099511627776 step 1024"
      "storage: choice host bucket"
      "mediaDomain: domain"
      "mediaSpace: size min 1073741824 max 1125899906842624 step 1048576"
      "sender: email"
      "mail?.server: domain"
      "mail?.security: choice starttls tls"
      "mail?.port: port"
      "mail?.user?: text min 1 max 255 lines false"
      "mail?.password?: secret min 1 max 200"
      "cores: integer min 1 max 128"
      "memory: size min 2147483648 max 1099511627776 step 1048576"
      "disk: size min 10737418240 max 1125899906842624 step 1048576"
      "webProcesses: integer min 4 max 500"
      "workers: integer min 1 max 200"
    ];
  }
  {
    name = "pixelfed's own words are there in these languages";
    expr = choices form.options.language;
    expected = [
      "en"
      "de"
      "fr"
      "nl"
      "es"
      "it"
      "pl"
      "pt"
      "sv"
      "da"
      "no"
      "fi"
      "cs"
      "uk"
      "ar"
      "he"
      "ca"
      "cy"
      "el"
      "eo"
      "eu"
      "gl"
      "hr"
      "hu"
      "id"
      "ja"
      "ko"
      "oc"
      "ro"
      "ru"
      "sk"
      "sr"
      "th"
      "tr"
      "vi"
      "zh"
    ];
  }
  {
    name = "lists call a pixelfed by its name";
    expr = filter (name: form.options.${name}.title) form.order;
    expected = [ "name" ];
  }
]
