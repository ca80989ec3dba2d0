/**
  Amounts of memory and storage are bytes in options, and MiB in requests and sizes.
*/
{
  mebibyte = 1048576;
  gibibyte = 1073741824;
}
