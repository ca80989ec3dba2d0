/**
  What is expected of it, as cases: `fediversity module check` runs them. What is expected is written down, never computed.
*/
{ module }:
let
  complete =
    more:
    module.options.complete (
      {
        domain = "code.example.org";
        administrator = {
          name = "ada";
          email = "ada@example.org";
        };
      }
      // more
    );
  asked = more: module.requirements (complete more);
in
[
  {
    name = "the host is as large as it was chosen to be";
    expr = (asked { cores = 4; }).host.request.cores;
    expected = 4;
  }
  {
    name = "e-mail comes from the domain, unless another address is chosen";
    expr = map (more: (asked more).mail.request.from) [
      { }
      { sender = "forge@example.org"; }
    ];
    expected = [
      "post@code.example.org"
      "forge@example.org"
    ];
  }
  {
    name = "without e-mail no relay is asked for";
    expr = asked { mail = false; } ? mail;
    expected = false;
  }
  {
    name = "the administrator is who was typed";
    expr =
      (module.administrator {
        options = complete { };
        resources = { };
      }).command;
    expected = [
      "noticeboard-administrator"
      "ada"
      "ada@example.org"
    ];
  }
]
