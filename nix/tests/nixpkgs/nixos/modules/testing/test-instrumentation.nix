/**
  What a test speaks to a machine through: nothing that shows here.
*/
{ }
