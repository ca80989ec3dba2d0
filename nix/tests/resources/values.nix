/**
  The values that only requests and results hold.
*/
let
  inherit (builtins) filter foldl' genList;
  values = import ../../resources/values { inherit (import ../../contract) types; };
  passing = type: filter (value: type.check [ ] value == [ ]);

  letters = size: builtins.concatStringsSep "" (genList (_: "a") size);
  huge = foldl' (text: _: text + text) "aaaaaaaaaaaaaaaa" (genList (i: i) 16);
in
[
  {
    name = "ipv4: only the usual form";
    expr = passing values.ipv4 [
      "0.0.0.0"
      "255.255.255.255"
      "203.0.113.7"
      "256.0.0.1"
      "1.2.3"
      "1.2.3.4.5"
      "01.2.3.4"
      "1.2.3."
      " 1.2.3.4"
      "1.2.3.4\n"
      "0x7f.1.1.1"
      4
    ];
    expected = [
      "0.0.0.0"
      "255.255.255.255"
      "203.0.113.7"
    ];
  }
  {
    name = "ipv6: whole or with one gap";
    expr = passing values.ipv6 [
      "::"
      "::1"
      "2001:db8::"
      "2001:db8::7"
      "1:2:3:4:5:6:7:8"
      "1:2:3:4:5:6:7::"
      "1:2:3:4:5:6:7"
      "1:2:3:4:5:6:7:8:9"
      "1::2:3:4:5:6:7:8"
      "1::2::3"
      ":::"
      ":1:2:3:4:5:6:7"
      "1:2:3:4:5:6:7:"
      "12345::"
      "2001:DB8::7"
      "fe80::1%eth0"
      "z::"
      ""
    ];
    expected = [
      "::"
      "::1"
      "2001:db8::"
      "2001:db8::7"
      "1:2:3:4:5:6:7:8"
      "1:2:3:4:5:6:7::"
    ];
  }
  {
    name = "endpoint: a server for programs and nothing more";
    expr = passing values.endpoint [
      "https://s3.example.net"
      "http://127.0.0.1:3900"
      "http://garage:3900"
      "http://garage:0"
      "http://garage:65536"
      "http://"
      "https://s3.example.net/"
      "ftp://s3.example.net"
      "https://a@b.example"
      "https://a:1:2"
    ];
    expected = [
      "https://s3.example.net"
      "http://127.0.0.1:3900"
      "http://garage:3900"
    ];
  }
  {
    name = "identifier and path: nothing to be quoted";
    expr = [
      (passing values.identifier [
        "mastodon"
        "a_1"
        ""
        "1a"
        "A"
        "a-b"
        "a\nb"
      ])
      (passing values.path [
        "/run/postgresql"
        "/var/lib/x/y-1.pem"
        "/"
        "/a//b"
        "/a/./b"
        "/a/"
        "/a'b"
        "a/b"
      ])
    ];
    expected = [
      [
        "mastodon"
        "a_1"
      ]
      [
        "/run/postgresql"
        "/var/lib/x/y-1.pem"
      ]
    ];
  }
  {
    name = "1 MiB is refused by each without being looked into";
    expr = map (type: passing type [ huge ]) [
      values.bucketName
      values.endpoint
      values.identifier
      values.ipv4
      values.ipv6
      values.path
      values.serverName
    ];
    expected = [
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
    ];
  }
  {
    name = "the longest that each holds, and one more";
    expr =
      map
        ({ type, size }: [
          (type.check [ ] (letters size) == [ ])
          (type.check [ ] (letters (size + 1)) == [ ])
        ])
        [
          {
            type = values.bucketName;
            size = 63;
          }
          {
            type = values.identifier;
            size = 32;
          }
          {
            type = values.line 80;
            size = 80;
          }
        ]
      ++ [
        (passing values.bucketName [
          "abc"
          "ab"
        ])
        (passing values.ipv6 [
          "2001:0db8:0000:0000:0000:0000:0000:0007"
          "2001:0db8:0000:0000:0000:0000:0000:00007"
        ])
        (map (size: values.path.check [ ] "/${letters size}" == [ ]) [
          255
          256
        ])
        (map
          (
            size: values.path.check [ ] "/a/${letters 245}/${letters 250}/${letters 250}/${letters size}" == [ ]
          )
          [
            249
            250
          ]
        )
        (passing values.endpoint [
          "http://a:65535"
          "http://a:0080"
          "https://-a"
          "http://-a"
          "http://a:065535"
        ])
      ];
    expected = [
      [
        true
        false
      ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [ "abc" ]
      [ "2001:0db8:0000:0000:0000:0000:0000:0007" ]
      [
        true
        false
      ]
      [
        true
        false
      ]
      [ "http://a:65535" ]
    ];
  }
]
