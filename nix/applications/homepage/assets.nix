/**
  The style sheet and the icon in the operator's colour, named by their content.
*/
{ colour }:
let
  inherit (builtins) hashString readFile substring;

  onColour = import ./contrast.nix colour;
  style = ''
    :root {
      --colour: ${colour};
      --on-colour: ${onColour};
    }
  ''
  + readFile ./style.css;
  icon = ''
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour}"/><path d="M16 7 6 16h3v8h5v-5h4v5h5v-8h3z" fill="${onColour}"/></svg>
  '';

  path =
    name: extension: text:
    "assets/${name}-${substring 0 12 (hashString "sha256" text)}.${extension}";
  stylePath = path "style" "css" style;
  iconPath = path "icon" "svg" icon;
in
{
  style = "/${stylePath}";
  icon = "/${iconPath}";
  inherit colour;
  files = {
    ${stylePath} = style;
    ${iconPath} = icon;
  };
}
