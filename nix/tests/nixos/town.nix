/**
  The options of a home page.
*/
{
  name = "town";
  title = "Town";
}
