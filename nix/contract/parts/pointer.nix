/**
  requirement -> field -> the result of another requirement, as requests point to it.
*/
resultOf: field: {
  inherit resultOf field;
}
