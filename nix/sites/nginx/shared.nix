/**
  Variables that sites share, declared once for all whose variables begin with `prefix`:
    dollar    a dollar, which can't be written
    and_args  the query that was asked for, to go after another one
    allow     nothing for a method that a site knows
*/
prefix: ''
  geo ''$${prefix}_dollar { default "$"; }
  map $args ''$${prefix}_and_args { "" ""; default "&$args"; }
  map $request_method ''$${prefix}_allow { GET ""; HEAD ""; default "GET, HEAD"; }
''
