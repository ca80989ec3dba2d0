/**
  The resolutions that PeerTube can make, by its own names: pixels of height, and `0p` for sound alone.
*/
let
  numbered =
    map
      (height: {
        value = "${toString height}p";
        label = {
          en = "${toString height}p";
          de = "${toString height}p";
        };
      })
      [
        144
        240
        360
        480
        720
        1080
        1440
        2160
      ];
  choices = [
    {
      value = "0p";
      label = {
        en = "Sound alone";
        de = "Nur Ton";
      };
    }
  ]
  ++ numbered;
in
{
  inherit choices;

  /**
    `[ chosen ] -> { "720p" = true; ... }`: PeerTube wants to be told of each.
  */
  settings =
    chosen:
    builtins.listToAttrs (
      map (choice: {
        name = choice.value;
        value = builtins.elem choice.value chosen;
      }) choices
    );
}
