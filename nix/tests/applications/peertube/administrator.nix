/**
  The program that sees whether the first administrator can sign in.
*/
let
  inherit (import ./module.nix) host module;
  programs =
    changed:
    builtins.filter (package: package.name == "peertube-administrator")
      (host { } changed).environment.systemPackages;
  program = builtins.head (programs { });
  sample = import ./results.sample.nix;
in
[
  {
    name = "PeerTube: it is on the host, with what it needs";
    expr = map (needed: needed.name) program.madeOf.runtimeInputs;
    expected = [
      "curl-0"
      "jq-0"
    ];
  }
  {
    name = "PeerTube: it signs in with the first password, and out again";
    expr = program.madeOf.text;
    expected = ''
      api=http://127.0.0.1:9000/api/v1
      ask() { curl --silent --show-error --max-time 30 --header 'Host: video.example.org' "$@"; }

      client=$(ask --fail --retry 30 --retry-all-errors --retry-delay 2 "$api/oauth-clients/local")
      answer=$(
        jq --raw-output --null-input --argjson client "$client" --rawfile password /var/lib/fediversity/secrets/video/root-password '
          { client_id: $client.client_id, client_secret: $client.client_secret,
            grant_type: "password", username: "root", password: ($password | rtrimstr("\n")) }
          | to_entries | map("\(.key)=\(.value | @uri)") | join("&")
        ' | ask --data @- "$api/users/token"
      )

      token=$(jq --raw-output '.access_token // empty' <<< "$answer")
      if [ -n "$token" ]; then
        printf 'Authorization: Bearer %s\n' "$token" \
          | ask --fail --request POST --header @- "$api/users/revoke-token" > /dev/null
        echo "root can sign in with the password that was made for it."
        exit
      fi

      case $(jq --raw-output '.code // empty' <<< "$answer") in
        invalid_grant)
          echo "The password of root was changed already."
          ;;
        missing_two_factor)
          echo "The password of root was changed already: it asks for a second factor."
          ;;
        *)
          echo "PeerTube gave no answer that is understood." >&2
          exit 1
          ;;
      esac
    '';
  }
  {
    name = "PeerTube: it asks by the name that was chosen, quoted";
    expr =
      let
        renamed = builtins.head (programs {
          name = sample.name // {
            name = "videos.example.com";
          };
        });
      in
      builtins.match ".*--header 'Host: videos.example.com' .*" renamed.madeOf.text != null;
    expected = true;
  }
  {
    name = "PeerTube: it says what tells that the password was changed";
    expr =
      let
        inherit (module.administrator { }) exists;
      in
      builtins.match ".*echo \"${exists}[.]\".*echo \"${exists}:.*" program.madeOf.text != null;
    expected = true;
  }
]
