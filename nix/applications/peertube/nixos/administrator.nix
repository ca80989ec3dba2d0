/**
  A program that sees whether the account "root", which PeerTube makes at its first start, has the password that it was
  given: it signs in and out again. After somebody changed it, it says so.
*/
{
  lib,
  pkgs,
  domain,
}:
{ passwordFile, port }:
pkgs.writeShellApplication {
  name = "peertube-administrator";
  runtimeInputs = [
    pkgs.curl
    pkgs.jq
  ];
  # PeerTube gives clients to those who name it by its domain. The password goes through pipes, and never stands among
  # the arguments of a process.
  text = ''
    api=http://127.0.0.1:${toString port}/api/v1
    ask() { curl --silent --show-error --max-time 30 --header ${lib.escapeShellArg "Host: ${domain}"} "$@"; }

    client=$(ask --fail --retry 30 --retry-all-errors --retry-delay 2 "$api/oauth-clients/local")
    answer=$(
      jq --raw-output --null-input --argjson client "$client" --rawfile password ${lib.escapeShellArg passwordFile} '
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
