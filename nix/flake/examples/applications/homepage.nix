/**
  A landing page, at town.example.org.
*/
{
  name = "town";
  title = "Town";
  tagline = "What we run for each other";
}
