/**
  What each option about the community and its people changes, in requirements and configuration.
*/
let
  inherit (import ./module.nix) changed;
in
[
  {
    name = "PeerTube: a domain is asked for, and is the sender's";
    expr = changed { domain = "videos.example.com"; };
    expected = [
      "required.mail.request.from = \"post@videos.example.com\""
      "required.name.request.name = \"videos.example.com\""
    ];
  }
  {
    name = "PeerTube: the name is the subject and end of e-mails as well";
    expr = changed { title = "Chor \"Weidenau\" \${x}"; };
    expected = [
      "configured.settings.email.body.signature = \"Chor \\\"Weidenau\\\" \${x}\""
      "configured.settings.email.subject.prefix = \"[Chor \\\"Weidenau\\\" \${x}]\""
      "configured.settings.instance.name = \"Chor \\\"Weidenau\\\" \${x}\""
    ];
  }
  {
    name = "PeerTube: a summary";
    expr = changed { summary = "Concerts & talks."; };
    expected = [ "configured.settings.instance.short_description = \"Concerts & talks.\"" ];
  }
  {
    name = "PeerTube: a description keeps its lines";
    expr = changed { description = "One\n\n**Two**"; };
    expected = [ "configured.settings.instance.description = \"One\\n\\n**Two**\"" ];
  }
  {
    name = "PeerTube: languages";
    expr = changed {
      languages = [
        "de"
        "en"
      ];
    };
    expected = [ "configured.settings.instance.languages = [\"de\",\"en\"]" ];
  }
  {
    name = "PeerTube: subjects, as PeerTube's numbers";
    expr = changed {
      categories = [
        "1"
        "13"
      ];
    };
    expected = [ "configured.settings.instance.categories = [1,13]" ];
  }
  {
    name = "PeerTube: who is behind it";
    expr = changed { responsible = "The town library"; };
    expected = [ "configured.settings.instance.administrator = \"The town library\"" ];
  }
  {
    name = "PeerTube: terms, in paragraphs";
    expr = changed { terms = "Be kind.\n\nAlways."; };
    expected = [ "configured.settings.instance.terms = \"Be kind.\\n\\nAlways.\"" ];
  }
  {
    name = "PeerTube: a code of conduct";
    expr = changed { codeOfConduct = "Listen."; };
    expected = [ "configured.settings.instance.code_of_conduct = \"Listen.\"" ];
  }
  {
    name = "PeerTube: how it is moderated";
    expr = changed { moderation = "We read reports daily."; };
    expected = [ "configured.settings.instance.moderation_information = \"We read reports daily.\"" ];
  }
  {
    name = "PeerTube: an administrator's address";
    expr = changed { administratorEmail = "library@example.org"; };
    expected = [ "configured.settings.admin.email = \"library@example.org\"" ];
  }
  {
    name = "PeerTube: no contact form";
    expr = changed { contactForm = false; };
    expected = [ "configured.settings.contact_form.enabled = false" ];
  }
  {
    name = "PeerTube: a sender is asked of the relay";
    expr = changed { sender = "videos@example.org"; };
    expected = [ "required.mail.request.from = \"videos@example.org\"" ];
  }
  {
    name = "PeerTube: an own mail server with STARTTLS, and a password in its third edition";
    expr = changed {
      mail = {
        server = "smtp.example.org";
        user = "u";
        password = {
          edition = 3;
        };
      };
      sender = "videos@example.org";
    };
    expected = [
      "configured.settings.smtp.from_address = \"videos@example.org\""
      "configured.settings.smtp.hostname = \"smtp.example.org\""
      "configured.settings.smtp.username = \"u\""
      "configured.unit.LoadCredential = [\"mail-password:/var/lib/fediversity/secrets/video/mail-password\",\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
      "configured.unit.restartTriggers = [\"mail-password-3\"]"
      "required.mailPassword.request.edition = 3"
      "required.mailPassword.request.generator = \"given\""
      "required.mailPassword.request.name = \"mail-password\""
      "required.mailPassword.request.option = [\"mail\",\"password\"]"
      "required.mailPassword.request.owner = \"peertube\""
      "required.mailPassword.type = \"secret-file\""
    ];
  }
  {
    name = "PeerTube: an own mail server with TLS and no password";
    expr = changed {
      mail = {
        server = "smtp.example.org";
        security = "tls";
      };
    };
    expected = [
      "configured.settings.smtp.hostname = \"smtp.example.org\""
      "configured.settings.smtp.port = 465"
      "configured.settings.smtp.tls = true"
      "configured.settings.smtp.username = null"
      "configured.unit.LoadCredential = [\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
    ];
  }
  {
    name = "PeerTube: an own mail server on another port";
    expr = changed {
      mail = {
        server = "smtp.example.org";
        port = 2525;
      };
    };
    expected = [
      "configured.settings.smtp.hostname = \"smtp.example.org\""
      "configured.settings.smtp.port = 2525"
      "configured.settings.smtp.username = null"
      "configured.unit.LoadCredential = [\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
    ];
  }
  {
    name = "PeerTube: registration that is approved";
    expr = changed { registration = "approved"; };
    expected = [
      "configured.settings.signup.enabled = true"
      "configured.settings.signup.requires_approval = true"
      "configured.settings.signup.requires_email_verification = true"
    ];
  }
  {
    name = "PeerTube: open registration";
    expr = changed { registration = "open"; };
    expected = [
      "configured.settings.signup.enabled = true"
      "configured.settings.signup.requires_email_verification = true"
    ];
  }
  {
    name = "PeerTube: most accounts";
    expr = changed {
      registration = "open";
      registrationLimit = 50;
    };
    expected = [
      "configured.settings.signup.enabled = true"
      "configured.settings.signup.limit = 50"
      "configured.settings.signup.requires_email_verification = true"
    ];
  }
  {
    name = "PeerTube: no check of e-mail addresses";
    expr = changed {
      registration = "open";
      verifyEmail = false;
    };
    expected = [ "configured.settings.signup.enabled = true" ];
  }
  {
    name = "PeerTube: a minimum age";
    expr = changed {
      registration = "open";
      minimumAge = 14;
    };
    expected = [
      "configured.settings.signup.enabled = true"
      "configured.settings.signup.minimum_age = 14"
      "configured.settings.signup.requires_email_verification = true"
    ];
  }
  {
    name = "PeerTube: a review of videos";
    expr = changed { reviewVideos = true; };
    expected = [ "configured.settings.auto_blacklist.videos.of_users.enabled = true" ];
  }
  {
    name = "PeerTube: a quota";
    expr = changed { quota = 5368709120; };
    expected = [ "configured.settings.user.video_quota = 5368709120" ];
  }
  {
    name = "PeerTube: no quota";
    expr = changed { quota = null; };
    expected = [ "configured.settings.user.video_quota = -1" ];
  }
  {
    name = "PeerTube: a daily quota";
    expr = changed { dailyQuota = 1073741824; };
    expected = [ "configured.settings.user.video_quota_daily = 1073741824" ];
  }
  {
    name = "PeerTube: channels";
    expr = changed { channels = 3; };
    expected = [ "configured.settings.video_channels.max_per_user = 3" ];
  }
]
