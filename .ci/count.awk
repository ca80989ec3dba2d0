# Sums what a log of cargo's tests or of Playwright says, as: PASSED FAILED.
{ gsub(/\033\[[0-9;]*[A-Za-z]/, "") }

# cargo: test result: ok. 12 passed; 0 failed; 0 ignored; ...
/^test result: / {
  for (i = 2; i <= NF; i++) {
    if ($i == "passed;") passed += $(i - 1)
    if ($i == "failed;") failed += $(i - 1)
  }
}

# Playwright: a line for each outcome, such as "  12 passed (3.4s)". What passed at the second try only has failed.
/^ +[0-9]+ passed( |$)/ { passed += $1 }
/^ +[0-9]+ (failed|flaky|interrupted)( |$)/ { failed += $1 }
/^ +[0-9]+ did not run( |$)/ { failed += $1 }

END { print passed + 0, failed + 0 }
