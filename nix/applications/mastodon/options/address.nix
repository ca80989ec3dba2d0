{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Other servers remember your members by it, so most of this is for good.";
    de = "Andere Server merken sich Ihre Mitglieder darunter, daher gilt das meiste hier für immer.";
  };
  options = [
    {
      name = "domain";
      type = types.domain;
      immutable = true;
      label = {
        en = "Domain of the accounts";
        de = "Domain der Konten";
      };
      help = {
        en = "Your members will be @name@this-domain. It can't be changed later: for all other servers every account, follower and post belongs to it.";
        de = "Ihre Mitglieder heißen @name@diese-domain. Sie kann später nicht geändert werden: Für alle anderen Server gehört jedes Konto, jeder Kontakt und jeder Beitrag dazu.";
      };
      example = "social.example.org";
    }
    {
      name = "webDomain";
      type = types.optional types.domain;
      immutable = true;
      label = {
        en = "Domain of the pages, if it is another one";
        de = "Domain der Seiten, wenn es eine andere ist";
      };
      help = {
        en = "Only if your members should be @name@example.org while your website stays at example.org: then the network is here, for example at social.example.org. It can't be changed, added or left out later: addresses of posts contain it.";
        de = "Nur wenn Ihre Mitglieder @name@example.org heißen sollen und Ihre Website auf example.org bleibt: Dann liegt das Netzwerk hier, zum Beispiel auf social.example.org. Sie kann später nicht geändert, ergänzt oder weggelassen werden: Adressen von Beiträgen enthalten sie.";
      };
      example = "social.example.org";
      default = null;
    }
    {
      name = "domainServed";
      type = types.choice [
        {
          value = "elsewhere";
          label = {
            en = "A website that is there already";
            de = "Eine Website, die es dort schon gibt";
          };
        }
        {
          value = "here";
          label = {
            en = "Mastodon: visitors are sent on to its pages";
            de = "Mastodon: Wer sie besucht, wird zu dessen Seiten geleitet";
          };
        }
      ];
      visibleWhen = [
        {
          option = [ "webDomain" ];
          isNot = [ null ];
        }
      ];
      label = {
        en = "What answers at the domain of the accounts";
        de = "Was auf der Domain der Konten antwortet";
      };
      help = {
        en = "A website that is there already has to send /.well-known/webfinger on to the domain of the pages; a home page made here can do that. Until it does, nobody finds your members.";
        de = "Eine Website, die es dort schon gibt, muss /.well-known/webfinger an die Domain der Seiten weiterleiten; eine hier erstellte Startseite kann das. Bis dahin findet niemand Ihre Mitglieder.";
      };
    }
    {
      name = "alternateDomains";
      type = types.list {
        max = 3;
        of = types.domain;
      };
      label = {
        en = "Further domains";
        de = "Weitere Domains";
      };
      help = {
        en = "Members are found under these as well, and visitors get the same pages. Accounts keep the domain above.";
        de = "Auch darunter werden Mitglieder gefunden, und wer sie besucht, sieht die gleichen Seiten. Konten behalten die Domain oben.";
      };
      default = [ ];
    }
  ];
}
